"""The trail (jejak): every change line by line, and what can be told from it later."""
