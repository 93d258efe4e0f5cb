"""The trail told in words, and the last step taken back or repeated."""
