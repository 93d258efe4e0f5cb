"""What every use case stands on: what is read of a unit, how it is written, and why not."""
