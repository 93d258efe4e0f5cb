"""The people of a unit: who they are, the parts of their year, values from elsewhere."""
