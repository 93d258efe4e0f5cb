"""The file itself: opened one way, upgraded, copied whole, looked at and examined."""
