"""Orders, money and own tables: their labels and their rows."""
