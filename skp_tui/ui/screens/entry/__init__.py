"""The entry screens: a plan and its outcomes, from person to person, under each regulation."""
