-- The whole schema, version 1. Nothing else creates tables.
-- '+0 days' makes date() reckon: without it 30 February passes.

CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kode TEXT NOT NULL UNIQUE CHECK (kode <> ''),
    nama TEXT NOT NULL CHECK (nama <> ''),
    induk_id INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pegawai (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    nip TEXT NOT NULL UNIQUE CHECK (length(nip) = 18 AND nip NOT GLOB '*[^0-9]*'),
    nama TEXT NOT NULL CHECK (nama <> ''),
    unit_id INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    golongan TEXT,
    tmt_golongan TEXT CHECK (date(tmt_golongan, '+0 days') IS tmt_golongan),
    jabatan TEXT,
    jenis_jabatan TEXT CHECK (jenis_jabatan IN ('struktural', 'fungsional_tertentu', 'fungsional_umum')),
    eselon TEXT,
    status TEXT NOT NULL DEFAULT 'PNS' CHECK (status IN ('PNS', 'CPNS', 'PPPK')),
    penilai_nip TEXT,
    penilai_nama TEXT,
    penilai_golongan TEXT,
    penilai_jabatan TEXT,
    penilai_unit TEXT,
    atasan_penilai_nip TEXT,
    atasan_penilai_nama TEXT,
    atasan_penilai_golongan TEXT,
    atasan_penilai_jabatan TEXT,
    atasan_penilai_unit TEXT,
    aktif_sejak TEXT CHECK (date(aktif_sejak, '+0 days') IS aktif_sejak),
    aktif_sampai TEXT CHECK (date(aktif_sampai, '+0 days') IS aktif_sampai),
    CHECK (aktif_sejak IS NULL OR aktif_sampai IS NULL OR aktif_sejak <= aktif_sampai)
) STRICT;

CREATE TABLE periode (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    tahun INTEGER NOT NULL UNIQUE CHECK (tahun BETWEEN 2014 AND 9999),
    peraturan TEXT NOT NULL CHECK (peraturan IN ('PP46', 'PP30', 'PERMENPANRB6')),
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

CREATE TABLE penilaian (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    periode_id INTEGER NOT NULL REFERENCES periode (id) DEFERRABLE INITIALLY DEFERRED,
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id) DEFERRABLE INITIALLY DEFERRED,
    disepakati TEXT CHECK (date(disepakati, '+0 days') IS disepakati),
    dikunci TEXT CHECK (date(dikunci, '+0 days') IS dikunci),
    saksi TEXT,
    UNIQUE (pegawai_id, periode_id),
    CHECK ((dikunci IS NULL) = (saksi IS NULL))
) STRICT;

-- Snapshot columns: NULL follows pegawai, '' was given as empty; a part that no longer follows
-- has none left NULL.
CREATE TABLE bagian (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    nomor INTEGER NOT NULL CHECK (nomor >= 1),
    mulai TEXT CHECK (date(mulai, '+0 days') IS mulai),
    selesai TEXT CHECK (date(selesai, '+0 days') IS selesai),
    unit_id INTEGER REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    golongan TEXT,
    jabatan TEXT,
    jenis_jabatan TEXT
        CHECK (jenis_jabatan IN ('', 'struktural', 'fungsional_tertentu', 'fungsional_umum')),
    penilai_nip TEXT,
    penilai_nama TEXT,
    penilai_golongan TEXT,
    penilai_jabatan TEXT,
    penilai_unit TEXT,
    atasan_penilai_nip TEXT,
    atasan_penilai_nama TEXT,
    atasan_penilai_golongan TEXT,
    atasan_penilai_jabatan TEXT,
    atasan_penilai_unit TEXT,
    UNIQUE (penilaian_id, nomor),
    CHECK (mulai IS NULL OR selesai IS NULL OR mulai <= selesai)
) STRICT;

-- Amounts are exact decimal text, never REAL; the casts only compare with a limit.
CREATE TABLE kegiatan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bagian_id INTEGER NOT NULL REFERENCES bagian (id) DEFERRABLE INITIALLY DEFERRED,
    no INTEGER NOT NULL CHECK (no >= 1),
    uraian TEXT NOT NULL CHECK (uraian <> ''),
    satuan TEXT,
    satuan_waktu TEXT,
    ak TEXT
        CHECK (ak GLOB '[0-9]*' AND ak NOT GLOB '*[^0-9.]*' AND ak NOT GLOB '*.*.*'),
    target_kuantitas TEXT
        CHECK (target_kuantitas GLOB '[0-9]*' AND target_kuantitas NOT GLOB '*[^0-9.]*' AND target_kuantitas NOT GLOB '*.*.*'
        AND CAST(target_kuantitas AS REAL) > 0),
    target_kualitas TEXT
        CHECK (target_kualitas GLOB '[0-9]*' AND target_kualitas NOT GLOB '*[^0-9.]*' AND target_kualitas NOT GLOB '*.*.*'
        AND CAST(target_kualitas AS REAL) > 0 AND CAST(target_kualitas AS REAL) <= 100),
    target_waktu TEXT
        CHECK (target_waktu GLOB '[0-9]*' AND target_waktu NOT GLOB '*[^0-9.]*' AND target_waktu NOT GLOB '*.*.*'
        AND CAST(target_waktu AS REAL) > 0),
    target_biaya TEXT
        CHECK (target_biaya GLOB '[0-9]*' AND target_biaya NOT GLOB '*[^0-9.]*' AND target_biaya NOT GLOB '*.*.*'
        AND CAST(target_biaya AS REAL) > 0),
    realisasi_kuantitas TEXT
        CHECK (realisasi_kuantitas GLOB '[0-9]*' AND realisasi_kuantitas NOT GLOB '*[^0-9.]*' AND realisasi_kuantitas NOT GLOB '*.*.*'),
    realisasi_kualitas TEXT
        CHECK (realisasi_kualitas GLOB '[0-9]*' AND realisasi_kualitas NOT GLOB '*[^0-9.]*' AND realisasi_kualitas NOT GLOB '*.*.*'
        AND CAST(realisasi_kualitas AS REAL) <= 100),
    realisasi_waktu TEXT
        CHECK (realisasi_waktu GLOB '[0-9]*' AND realisasi_waktu NOT GLOB '*[^0-9.]*' AND realisasi_waktu NOT GLOB '*.*.*'),
    realisasi_biaya TEXT
        CHECK (realisasi_biaya GLOB '[0-9]*' AND realisasi_biaya NOT GLOB '*[^0-9.]*' AND realisasi_biaya NOT GLOB '*.*.*'),
    UNIQUE (bagian_id, no),
    CHECK (realisasi_kuantitas IS NULL OR target_kuantitas IS NOT NULL),
    CHECK (realisasi_kualitas IS NULL OR target_kualitas IS NOT NULL),
    CHECK (realisasi_waktu IS NULL OR target_waktu IS NOT NULL),
    CHECK (realisasi_biaya IS NULL OR target_biaya IS NOT NULL)
) STRICT;

CREATE TABLE tambahan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bagian_id INTEGER NOT NULL REFERENCES bagian (id) DEFERRABLE INITIALLY DEFERRED,
    jenis TEXT NOT NULL CHECK (jenis IN ('tugas_tambahan', 'kreativitas')),
    no INTEGER NOT NULL CHECK (no >= 1),
    uraian TEXT NOT NULL CHECK (uraian <> ''),
    tingkat TEXT CHECK (tingkat IN ('unit', 'organisasi', 'negara')),
    UNIQUE (bagian_id, jenis, no),
    CHECK ((jenis = 'kreativitas') = (tingkat IS NOT NULL))
) STRICT;

CREATE TABLE perilaku (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL UNIQUE REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    orientasi_pelayanan TEXT
        CHECK (orientasi_pelayanan GLOB '[0-9]*' AND orientasi_pelayanan NOT GLOB '*[^0-9.]*' AND orientasi_pelayanan NOT GLOB '*.*.*'
        AND CAST(orientasi_pelayanan AS REAL) <= 100),
    integritas TEXT
        CHECK (integritas GLOB '[0-9]*' AND integritas NOT GLOB '*[^0-9.]*' AND integritas NOT GLOB '*.*.*'
        AND CAST(integritas AS REAL) <= 100),
    komitmen TEXT
        CHECK (komitmen GLOB '[0-9]*' AND komitmen NOT GLOB '*[^0-9.]*' AND komitmen NOT GLOB '*.*.*'
        AND CAST(komitmen AS REAL) <= 100),
    disiplin TEXT
        CHECK (disiplin GLOB '[0-9]*' AND disiplin NOT GLOB '*[^0-9.]*' AND disiplin NOT GLOB '*.*.*'
        AND CAST(disiplin AS REAL) <= 100),
    kerja_sama TEXT
        CHECK (kerja_sama GLOB '[0-9]*' AND kerja_sama NOT GLOB '*[^0-9.]*' AND kerja_sama NOT GLOB '*.*.*'
        AND CAST(kerja_sama AS REAL) <= 100),
    kepemimpinan TEXT
        CHECK (kepemimpinan GLOB '[0-9]*' AND kepemimpinan NOT GLOB '*[^0-9.]*' AND kepemimpinan NOT GLOB '*.*.*'
        AND CAST(kepemimpinan AS REAL) <= 100)
) STRICT;

CREATE TABLE evaluasi (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    periode TEXT NOT NULL CHECK (periode <> ''),
    hasil_kerja TEXT CHECK (hasil_kerja IN ('di_atas', 'sesuai', 'di_bawah')),
    perilaku_kerja TEXT CHECK (perilaku_kerja IN ('di_atas', 'sesuai', 'di_bawah')),
    UNIQUE (penilaian_id, periode)
) STRICT;

CREATE TABLE nilai_luar (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    jenis TEXT NOT NULL CHECK (jenis IN ('akademik', 'skp', 'akhir')),
    -- 0: of the whole year
    bagian INTEGER NOT NULL CHECK ((jenis = 'skp') = (bagian >= 1) AND bagian >= 0),
    nilai TEXT NOT NULL
        CHECK (nilai GLOB '[0-9]*' AND nilai NOT GLOB '*[^0-9.]*' AND nilai NOT GLOB '*.*.*'),
    sumber TEXT NOT NULL CHECK (sumber <> ''),
    ide_baru TEXT CHECK (ide_baru IS NULL OR (ide_baru = 'ya' AND jenis = 'akhir')),
    UNIQUE (penilaian_id, jenis, bagian)
) STRICT;

CREATE TABLE keberatan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    tahap TEXT NOT NULL CHECK (tahap IN ('keberatan', 'tanggapan', 'keputusan', 'rekomendasi')),
    tanggal TEXT NOT NULL CHECK (date(tanggal, '+0 days') IS tanggal),
    isi TEXT NOT NULL,
    UNIQUE (penilaian_id, tahap)
) STRICT;

CREATE TABLE catatan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    penilaian_id INTEGER NOT NULL REFERENCES penilaian (id) DEFERRABLE INITIALLY DEFERRED,
    kegiatan_id INTEGER REFERENCES kegiatan (id) DEFERRABLE INITIALLY DEFERRED,
    tanggal TEXT NOT NULL CHECK (date(tanggal, '+0 days') IS tanggal),
    isi TEXT NOT NULL,
    jumlah TEXT
        CHECK (jumlah GLOB '[0-9]*' AND jumlah NOT GLOB '*[^0-9.]*' AND jumlah NOT GLOB '*.*.*'),
    bukti TEXT
) STRICT;

CREATE TABLE pengecualian (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    periode_id INTEGER NOT NULL REFERENCES periode (id) DEFERRABLE INITIALLY DEFERRED,
    pegawai_id INTEGER NOT NULL REFERENCES pegawai (id) DEFERRABLE INITIALLY DEFERRED,
    alasan TEXT NOT NULL CHECK (alasan IN ('pensiun', 'meninggal', 'mutasi_keluar', 'cltn',
        'diberhentikan_sementara', 'tugas_belajar', 'dipekerjakan', 'lainnya')),
    tanggal TEXT NOT NULL CHECK (date(tanggal, '+0 days') IS tanggal),
    keterangan TEXT,
    UNIQUE (pegawai_id, periode_id)
) STRICT;

CREATE TABLE kiriman (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id INTEGER NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    periode_id INTEGER NOT NULL REFERENCES periode (id) DEFERRABLE INITIALLY DEFERRED,
    nomor INTEGER NOT NULL CHECK (nomor >= 1),
    waktu TEXT NOT NULL,
    profil TEXT NOT NULL,
    berkas TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    sebagian INTEGER NOT NULL CHECK (sebagian IN (0, 1)),
    UNIQUE (unit_id, periode_id, nomor)
) STRICT;

CREATE TABLE pengaturan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    nama TEXT NOT NULL UNIQUE,
    nilai TEXT NOT NULL
) STRICT;

-- Append only: each row carries the hash of the row before it.
CREATE TABLE jejak (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    langkah INTEGER NOT NULL CHECK (langkah >= 1),
    waktu TEXT NOT NULL,
    tabel TEXT NOT NULL,
    kunci INTEGER NOT NULL,
    lama TEXT,
    baru TEXT,
    sebab TEXT NOT NULL,
    -- the step that this one takes back or does again
    membalik INTEGER,
    sidik TEXT NOT NULL CHECK (length(sidik) = 64),
    CHECK (lama IS NOT NULL OR baru IS NOT NULL)
) STRICT;

CREATE INDEX unit_induk ON unit (induk_id);
CREATE INDEX pegawai_unit ON pegawai (unit_id);
CREATE INDEX penilaian_periode ON penilaian (periode_id);
CREATE INDEX pengecualian_periode ON pengecualian (periode_id);
CREATE INDEX catatan_penilaian ON catatan (penilaian_id);
CREATE INDEX jejak_langkah ON jejak (langkah);

CREATE TRIGGER jejak_tanpa_update BEFORE UPDATE ON jejak
BEGIN
    SELECT RAISE(ABORT, 'jejak hanya bertambah');
END;

CREATE TRIGGER jejak_tanpa_delete BEFORE DELETE ON jejak
BEGIN
    SELECT RAISE(ABORT, 'jejak hanya bertambah');
END;

-- A locked appraisal is read-only until it is reopened.

CREATE TRIGGER bagian_terkunci_insert BEFORE INSERT ON bagian
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER bagian_terkunci_update BEFORE UPDATE ON bagian
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER bagian_terkunci_delete BEFORE DELETE ON bagian
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER perilaku_terkunci_insert BEFORE INSERT ON perilaku
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER perilaku_terkunci_update BEFORE UPDATE ON perilaku
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER perilaku_terkunci_delete BEFORE DELETE ON perilaku
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER evaluasi_terkunci_insert BEFORE INSERT ON evaluasi
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER evaluasi_terkunci_update BEFORE UPDATE ON evaluasi
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER evaluasi_terkunci_delete BEFORE DELETE ON evaluasi
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER nilai_luar_terkunci_insert BEFORE INSERT ON nilai_luar
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER nilai_luar_terkunci_update BEFORE UPDATE ON nilai_luar
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM penilaian WHERE id = NEW.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER nilai_luar_terkunci_delete BEFORE DELETE ON nilai_luar
WHEN EXISTS (SELECT 1 FROM penilaian WHERE id = OLD.penilaian_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER kegiatan_terkunci_insert BEFORE INSERT ON kegiatan
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = NEW.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER kegiatan_terkunci_update BEFORE UPDATE ON kegiatan
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = OLD.bagian_id AND penilaian.dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = NEW.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER kegiatan_terkunci_delete BEFORE DELETE ON kegiatan
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = OLD.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER tambahan_terkunci_insert BEFORE INSERT ON tambahan
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = NEW.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER tambahan_terkunci_update BEFORE UPDATE ON tambahan
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = OLD.bagian_id AND penilaian.dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = NEW.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER tambahan_terkunci_delete BEFORE DELETE ON tambahan
WHEN EXISTS (SELECT 1 FROM bagian JOIN penilaian ON penilaian.id = bagian.penilaian_id
    WHERE bagian.id = OLD.bagian_id AND penilaian.dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER pengecualian_terkunci_insert BEFORE INSERT ON pengecualian
WHEN EXISTS (SELECT 1 FROM penilaian WHERE pegawai_id = NEW.pegawai_id
    AND periode_id = NEW.periode_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER pengecualian_terkunci_update BEFORE UPDATE ON pengecualian
WHEN EXISTS (SELECT 1 FROM penilaian WHERE pegawai_id = OLD.pegawai_id
    AND periode_id = OLD.periode_id AND dikunci IS NOT NULL) OR EXISTS (SELECT 1 FROM penilaian WHERE pegawai_id = NEW.pegawai_id
    AND periode_id = NEW.periode_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER pengecualian_terkunci_delete BEFORE DELETE ON pengecualian
WHEN EXISTS (SELECT 1 FROM penilaian WHERE pegawai_id = OLD.pegawai_id
    AND periode_id = OLD.periode_id AND dikunci IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER penilaian_terkunci_update BEFORE UPDATE ON penilaian
WHEN OLD.dikunci IS NOT NULL AND NEW.dikunci IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

CREATE TRIGGER penilaian_terkunci_delete BEFORE DELETE ON penilaian
WHEN OLD.dikunci IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'penilaian terkunci');
END;

-- What a value depends on freezes with the first lock of the period.
CREATE TRIGGER periode_beku BEFORE UPDATE OF tahun, peraturan, kebijakan_batas, kuantitas_nol ON periode
WHEN EXISTS (SELECT 1 FROM penilaian WHERE periode_id = OLD.id AND dikunci IS NOT NULL)
    AND (OLD.tahun IS NOT NEW.tahun OR OLD.peraturan IS NOT NEW.peraturan
    OR OLD.kebijakan_batas IS NOT NEW.kebijakan_batas OR OLD.kuantitas_nol IS NOT NEW.kuantitas_nol)
BEGIN
    SELECT RAISE(ABORT, 'pengaturan periode beku');
END;
