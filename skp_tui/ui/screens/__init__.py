"""The screens; each is a Frame in a Room, and knows no rule."""
