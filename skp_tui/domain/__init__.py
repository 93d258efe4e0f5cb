"""The facts of the domain as plain values: standard library only, no I/O."""
