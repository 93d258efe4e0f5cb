"""What is stored, read as domain values and as records of the exchange."""
