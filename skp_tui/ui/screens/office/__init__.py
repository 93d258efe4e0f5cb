"""Units, years and settings."""
