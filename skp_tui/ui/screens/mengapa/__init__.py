"""How a value came about, step by step."""
