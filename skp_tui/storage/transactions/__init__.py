"""Units of work: changes and their trail stored together, taken back and tried out."""
