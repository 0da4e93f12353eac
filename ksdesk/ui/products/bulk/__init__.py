"""Changes to many products at once."""
