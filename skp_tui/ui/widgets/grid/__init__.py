"""The grid: a table of cells that is drawn, walked, edited, marked and pasted into."""
