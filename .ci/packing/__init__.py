"""Makes what is carried to a computer without a network: the wheel bundle and the folder build."""
