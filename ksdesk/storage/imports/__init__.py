"""Imported batches: staged, taken in, undone."""
