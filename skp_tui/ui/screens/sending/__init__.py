"""Sending a unit, and what was sent before."""
