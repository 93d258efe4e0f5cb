"""Dated notes of the year: progress of a kegiatan, a person's perilaku."""
