"""Files in: chosen, understood, planned and written, one or many, from many offices."""
