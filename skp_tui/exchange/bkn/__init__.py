"""The filled official SKP workbook of one person (regulations A.6), read as one appraisal."""
