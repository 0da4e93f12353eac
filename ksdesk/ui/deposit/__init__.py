"""保证金: is there enough, why this much, and what to do if not."""
