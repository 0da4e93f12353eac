"""Products: their tables and their pictures."""
