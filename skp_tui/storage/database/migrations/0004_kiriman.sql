-- Version 4. What was sent keeps its counts, the settings of its period and its very rows (the CSV,
-- compressed), so that what changed afterwards can be told. Who sent with an older version has none.

ALTER TABLE kiriman ADD COLUMN pegawai INTEGER CHECK (pegawai >= 1);
ALTER TABLE kiriman ADD COLUMN dikecualikan INTEGER CHECK (dikecualikan >= 0);
ALTER TABLE kiriman ADD COLUMN dinilai INTEGER CHECK (dinilai >= 0 AND dinilai + dikecualikan <= pegawai);
ALTER TABLE kiriman ADD COLUMN pengaturan TEXT CHECK (pengaturan GLOB '{*}');
ALTER TABLE kiriman ADD COLUMN isi TEXT
    CHECK (isi <> '' AND isi NOT GLOB '*[^A-Za-z0-9+/=]*')
    CHECK ((pegawai IS NULL) + (dikecualikan IS NULL) + (dinilai IS NULL) + (pengaturan IS NULL)
        + (isi IS NULL) IN (0, 5));
