"""The plan of an import: rows judged against what is stored, before anything is written."""
