-- Version 3. The trail is walked from its end, read record by record, and asked for what was
-- removed: none of that may read all of it.

CREATE INDEX jejak_membalik ON jejak (membalik, langkah) WHERE membalik IS NOT NULL;
CREATE INDEX jejak_rekaman ON jejak (tabel, kunci);
CREATE INDEX jejak_terhapus ON jejak (tabel) WHERE baru IS NULL;
