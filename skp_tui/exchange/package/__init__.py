"""The data package for BKD and the other profiles: written, described, examined."""
