-- Version 6. A list of 50,000 activities waits for the checks of each row: the same checks, cheaper. A
-- CHECK changes only with its whole table (foreign keys are off during a migration, and checked at
-- its end). The last key that was given out stays: none is ever given out twice.

-- An amount is digits with at most one dot among or behind them, and begins with a digit. Nearly all
-- are whole numbers, which are found without a function: written again from what they are worth,
-- they are the same text.
CREATE TABLE kegiatan_baru (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bagian_id INTEGER NOT NULL REFERENCES bagian (id) DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL CHECK (no >= 1),
    uraian TEXT NOT NULL CHECK (uraian <> ''),
    satuan TEXT,
    satuan_waktu TEXT,
    ak TEXT
        CHECK (ak >= '0' AND ak < ':' AND (ak = CAST(CAST(ak AS INTEGER) AS TEXT)
            OR trim(ak, '0123456789') = '.' OR trim(ak, '0123456789') = '')),
    target_kuantitas TEXT
        CHECK (target_kuantitas >= '0' AND target_kuantitas < ':' AND (target_kuantitas = CAST(CAST(target_kuantitas AS INTEGER) AS TEXT)
            OR trim(target_kuantitas, '0123456789') = '.' OR trim(target_kuantitas, '0123456789') = '')
            AND CAST(target_kuantitas AS REAL) > 0),
    target_kualitas TEXT
        CHECK (target_kualitas >= '0' AND target_kualitas < ':' AND (target_kualitas = CAST(CAST(target_kualitas AS INTEGER) AS TEXT)
            OR trim(target_kualitas, '0123456789') = '.' OR trim(target_kualitas, '0123456789') = '')
            AND CAST(target_kualitas AS REAL) > 0 AND CAST(target_kualitas AS REAL) <= 100),
    target_waktu TEXT
        CHECK (target_waktu >= '0' AND target_waktu < ':' AND (target_waktu = CAST(CAST(target_waktu AS INTEGER) AS TEXT)
            OR trim(target_waktu, '0123456789') = '.' OR trim(target_waktu, '0123456789') = '')
            AND CAST(target_waktu AS REAL) > 0),
    target_biaya TEXT
        CHECK (target_biaya >= '0' AND target_biaya < ':' AND (target_biaya = CAST(CAST(target_biaya AS INTEGER) AS TEXT)
            OR trim(target_biaya, '0123456789') = '.' OR trim(target_biaya, '0123456789') = '')
            AND CAST(target_biaya AS REAL) > 0),
    realisasi_kuantitas TEXT
        CHECK (realisasi_kuantitas >= '0' AND realisasi_kuantitas < ':' AND (realisasi_kuantitas = CAST(CAST(realisasi_kuantitas AS INTEGER) AS TEXT)
            OR trim(realisasi_kuantitas, '0123456789') = '.' OR trim(realisasi_kuantitas, '0123456789') = '')),
    realisasi_kualitas TEXT
        CHECK (realisasi_kualitas >= '0' AND realisasi_kualitas < ':' AND (realisasi_kualitas = CAST(CAST(realisasi_kualitas AS INTEGER) AS TEXT)
            OR trim(realisasi_kualitas, '0123456789') = '.' OR trim(realisasi_kualitas, '0123456789') = '')
            AND CAST(realisasi_kualitas AS REAL) <= 100),
    realisasi_waktu TEXT
        CHECK (realisasi_waktu >= '0' AND realisasi_waktu < ':' AND (realisasi_waktu = CAST(CAST(realisasi_waktu AS INTEGER) AS TEXT)
            OR trim(realisasi_waktu, '0123456789') = '.' OR trim(realisasi_waktu, '0123456789') = '')),
    realisasi_biaya TEXT
        CHECK (realisasi_biaya >= '0' AND realisasi_biaya < ':' AND (realisasi_biaya = CAST(CAST(realisasi_biaya AS INTEGER) AS TEXT)
            OR trim(realisasi_biaya, '0123456789') = '.' OR trim(realisasi_biaya, '0123456789') = '')),
    UNIQUE (bagian_id, no),
    CHECK (realisasi_kuantitas IS NULL OR target_kuantitas IS NOT NULL),
    CHECK (realisasi_kualitas IS NULL OR target_kualitas IS NOT NULL),
    CHECK (realisasi_waktu IS NULL OR target_waktu IS NOT NULL),
    CHECK (realisasi_biaya IS NULL OR target_biaya IS NOT NULL)
) STRICT;

INSERT INTO kegiatan_baru (id, bagian_id, no, uraian, satuan, satuan_waktu, ak,
    target_kuantitas, target_kualitas, target_waktu, target_biaya,
    realisasi_kuantitas, realisasi_kualitas, realisasi_waktu, realisasi_biaya)
SELECT id, bagian_id, no, uraian, satuan, satuan_waktu, ak,
    target_kuantitas, target_kualitas, target_waktu, target_biaya,
    realisasi_kuantitas, realisasi_kualitas, realisasi_waktu, realisasi_biaya
FROM kegiatan;

DELETE FROM sqlite_sequence WHERE name = 'kegiatan_baru';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'kegiatan_baru', seq FROM sqlite_sequence WHERE name = 'kegiatan';

DROP TABLE kegiatan;
ALTER TABLE kegiatan_baru RENAME TO kegiatan;

-- A locked appraisal is read-only until it is reopened: two looks by key for each row.

CREATE TRIGGER kegiatan_terkunci_insert BEFORE INSERT ON kegiatan
WHEN (SELECT dikunci FROM penilaian
    WHERE id = (SELECT penilaian_id FROM bagian WHERE id = NEW.bagian_id)) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER kegiatan_terkunci_update BEFORE UPDATE ON kegiatan
WHEN (SELECT dikunci FROM penilaian
    WHERE id = (SELECT penilaian_id FROM bagian WHERE id = OLD.bagian_id)) IS NOT NULL
    OR (NEW.bagian_id IS NOT OLD.bagian_id AND (SELECT dikunci FROM penilaian
    WHERE id = (SELECT penilaian_id FROM bagian WHERE id = NEW.bagian_id)) IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER kegiatan_terkunci_delete BEFORE DELETE ON kegiatan
WHEN (SELECT dikunci FROM penilaian
    WHERE id = (SELECT penilaian_id FROM bagian WHERE id = OLD.bagian_id)) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;
