"""Keys on keyboards: their names, other ways to them, who keeps them, which arrived."""
