"""What is written of people, units and years, each change through one unit of work."""
