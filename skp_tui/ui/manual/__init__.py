"""The manual: its pages, as plain text and as it is read on the screen."""
