"""退回推广保证金: the conditions, the way on the phone, what came of it."""
