"""What was changed, newest first, and one step of it whole."""
