"""Which row of a table is its header, and which column stands for which of a kind."""
