"""Plans copied from people and years."""
