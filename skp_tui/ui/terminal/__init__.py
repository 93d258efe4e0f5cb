"""The terminal: what it can do, how the program then looks, and its end."""
