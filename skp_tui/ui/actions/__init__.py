"""The registry of keys, one part for each area of the program."""
