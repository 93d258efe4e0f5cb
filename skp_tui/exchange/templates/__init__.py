"""Empty files to fill in, with examples and a legend."""
