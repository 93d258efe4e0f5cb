-- Version 2. Notes of a locked appraisal are read-only like everything else in it, and removing a
-- kegiatan looks for its notes by an index.

CREATE INDEX catatan_kegiatan ON catatan (kegiatan_id);

CREATE TRIGGER catatan_terkunci_insert BEFORE INSERT ON catatan
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER catatan_terkunci_update BEFORE UPDATE ON catatan
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER catatan_terkunci_delete BEFORE DELETE ON catatan
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;
