"""The database as a whole: opened, checked, copied, practised on, and told of to who helps."""
