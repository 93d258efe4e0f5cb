"""What the values come to: the recap, the distribution, angka kredit."""
