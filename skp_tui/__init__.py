"""skp-tui: the appraisal of Indonesian civil servants, by keyboard, in a terminal."""

__version__ = "0.1.0"
