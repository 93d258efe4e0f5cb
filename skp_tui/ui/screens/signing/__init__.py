"""Agreement, lock and objection: one person's sheet, and many people with one date."""
