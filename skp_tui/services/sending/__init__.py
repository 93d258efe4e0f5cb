"""What a unit sends, what it sent, and what differs since."""
