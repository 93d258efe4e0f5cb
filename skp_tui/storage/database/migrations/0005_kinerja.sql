-- Version 5. The SKP from 2022 on: results with their indicators, expected conduct, attachment, and
-- how well the organisation did.

CREATE TABLE hasil_kerja (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bagian_id INTEGER NOT NULL REFERENCES bagian (id) DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL CHECK (no >= 1),
    jenis TEXT NOT NULL DEFAULT 'utama' CHECK (jenis IN ('utama', 'tambahan')),
    uraian TEXT NOT NULL CHECK (uraian <> ''),
    rencana_pimpinan TEXT,
    UNIQUE (bagian_id, no)
) STRICT;

-- A measure is an exact decimal, or a text that no reader can take for a number.
CREATE TABLE indikator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hasil_kerja_id INTEGER NOT NULL REFERENCES hasil_kerja (id) DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL CHECK (no >= 1),
    aspek TEXT NOT NULL DEFAULT 'kuantitas' CHECK (aspek IN ('kuantitas', 'kualitas', 'waktu', 'biaya')),
    uraian TEXT NOT NULL CHECK (uraian <> ''),
    target TEXT
        CHECK (substr(target, 1 + (target GLOB '[-+]?*')) GLOB '*[^0-9.,]*'
        OR (target GLOB '[0-9]*' AND target NOT GLOB '*,*' AND target NOT GLOB '*.*.*'
        AND target NOT GLOB '*.')),
    satuan TEXT,
    realisasi TEXT
        CHECK (substr(realisasi, 1 + (realisasi GLOB '[-+]?*')) GLOB '*[^0-9.,]*'
        OR (realisasi GLOB '[0-9]*' AND realisasi NOT GLOB '*,*' AND realisasi NOT GLOB '*.*.*'
        AND realisasi NOT GLOB '*.')),
    bukti TEXT,
    umpan_balik TEXT,
    UNIQUE (hasil_kerja_id, no),
    CHECK (realisasi IS NULL OR target IS NOT NULL),
    CHECK (satuan IS NULL OR target IS NULL OR target NOT GLOB '*[^0-9.]*')
) STRICT;

CREATE TABLE ekspektasi (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    perilaku TEXT NOT NULL CHECK (perilaku IN ('berorientasi_pelayanan', 'akuntabel', 'kompeten',
        'harmonis', 'loyal', 'adaptif', 'kolaboratif')),
    ekspektasi TEXT,
    umpan_balik TEXT,
    UNIQUE (penilaian_id, perilaku)
) STRICT;

CREATE TABLE lampiran (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    jenis TEXT NOT NULL
        CHECK (jenis IN ('dukungan_sumber_daya', 'skema_pertanggungjawaban', 'konsekuensi')),
    no INTEGER NOT NULL CHECK (no >= 1),
    uraian TEXT NOT NULL CHECK (uraian <> ''),
    UNIQUE (penilaian_id, jenis, no)
) STRICT;

CREATE TABLE capaian_organisasi (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    periode_id INTEGER NOT NULL REFERENCES periode (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    capaian TEXT NOT NULL
        CHECK (capaian IN ('istimewa', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')),
    UNIQUE (periode_id, unit_id)
) STRICT;

-- A locked appraisal is read-only until it is reopened.

CREATE TRIGGER hasil_kerja_terkunci_insert BEFORE INSERT ON hasil_kerja
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = NEW.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER hasil_kerja_terkunci_update BEFORE UPDATE ON hasil_kerja
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = OLD.bagian_id AND penilaian.dikunci IS NOT NULL)
    OR EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = NEW.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER hasil_kerja_terkunci_delete BEFORE DELETE ON hasil_kerja
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = OLD.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER indikator_terkunci_insert BEFORE INSERT ON indikator
WHEN EXISTS (SELECT 1 FROM hasil_kerja JOIN bagian ON bagian.id = hasil_kerja.bagian_id
    JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE hasil_kerja.id = NEW.hasil_kerja_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER indikator_terkunci_update BEFORE UPDATE ON indikator
WHEN EXISTS (SELECT 1 FROM hasil_kerja JOIN bagian ON bagian.id = hasil_kerja.bagian_id
    JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE hasil_kerja.id = OLD.hasil_kerja_id AND penilaian.dikunci IS NOT NULL)
    OR EXISTS (SELECT 1 FROM hasil_kerja JOIN bagian ON bagian.id = hasil_kerja.bagian_id
    JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE hasil_kerja.id = NEW.hasil_kerja_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER indikator_terkunci_delete BEFORE DELETE ON indikator
WHEN EXISTS (SELECT 1 FROM hasil_kerja JOIN bagian ON bagian.id = hasil_kerja.bagian_id
    JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE hasil_kerja.id = OLD.hasil_kerja_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER ekspektasi_terkunci_insert BEFORE INSERT ON ekspektasi
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER ekspektasi_terkunci_update BEFORE UPDATE ON ekspektasi
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
    OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER ekspektasi_terkunci_delete BEFORE DELETE ON ekspektasi
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER lampiran_terkunci_insert BEFORE INSERT ON lampiran
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER lampiran_terkunci_update BEFORE UPDATE ON lampiran
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
    OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER lampiran_terkunci_delete BEFORE DELETE ON lampiran
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

-- Which regulations there are the program says, not the schema: a further one needs no migration. A
-- CHECK changes only with its whole table (foreign keys are off during a migration, and checked at
-- its end). The last key that was given out stays: none is ever given out twice.
CREATE TABLE periode_baru (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tahun INTEGER NOT NULL UNIQUE CHECK (tahun BETWEEN 2014 AND 9999),
    peraturan TEXT NOT NULL CHECK (peraturan <> ''),
    kebijakan_batas TEXT NOT NULL DEFAULT 'batas-bawah'
        CHECK (kebijakan_batas IN ('batas-bawah', 'lembar-bkn')),
    penyebut TEXT NOT NULL DEFAULT 'semua' CHECK (penyebut IN ('semua', 'dinilai')),
    kuantitas_nol TEXT NOT NULL DEFAULT 'nol' CHECK (kuantitas_nol IN ('nol', 'hitung')),
    target_indikator TEXT
        CHECK (target_indikator GLOB '[0-9]*' AND target_indikator NOT GLOB '*[^0-9.]*' AND target_indikator NOT GLOB '*.*.*'
        AND CAST(target_indikator AS REAL) > 0),
    pita_capaian TEXT NOT NULL DEFAULT '85;70;55',
    batas_waktu TEXT CHECK (date(batas_waktu, '+0 days') IS batas_waktu)
) STRICT;

INSERT INTO periode_baru (id, tahun, peraturan, kebijakan_batas, penyebut, kuantitas_nol,
    target_indikator, pita_capaian, batas_waktu)
SELECT id, tahun, peraturan, kebijakan_batas, penyebut, kuantitas_nol,
    target_indikator, pita_capaian, batas_waktu
FROM periode;

DELETE FROM sqlite_sequence WHERE name = 'periode_baru';
INSERT INTO sqlite_sequence (name, seq)
SELECT 'periode_baru', seq FROM sqlite_sequence WHERE name = 'periode';

DROP TABLE periode;
ALTER TABLE periode_baru RENAME TO periode;

CREATE TRIGGER periode_beku BEFORE UPDATE OF tahun, peraturan, kebijakan_batas, kuantitas_nol ON periode
WHEN EXISTS (SELECT 1 FROM penilaian WHERE periode_id = OLD.id AND dikunci IS NOT NULL)
    AND (OLD.tahun IS NOT NEW.tahun OR OLD.peraturan IS NOT NEW.peraturan
    OR OLD.kebijakan_batas IS NOT NEW.kebijakan_batas OR OLD.kuantitas_nol IS NOT NEW.kuantitas_nol)
BEGIN
    SELECT RAISE(ABORT, 'pengaturan periode beku');
END;
