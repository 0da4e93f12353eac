"""手册: the handbook and the rule book."""
