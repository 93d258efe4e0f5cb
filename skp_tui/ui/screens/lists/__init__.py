"""Lists that are filtered, marked, of any length, with the sentences around them."""
