"""What every screen stands on: headline, keys, small windows, saving and changing at a key."""
