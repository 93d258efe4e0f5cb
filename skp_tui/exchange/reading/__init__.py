"""Files and workbooks as tables of texts, each cell in its place, within bounds."""
