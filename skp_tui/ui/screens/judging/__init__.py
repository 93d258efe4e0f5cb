"""Many people judged side by side: perilaku, and both ratings."""
