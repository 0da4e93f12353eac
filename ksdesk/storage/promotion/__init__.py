"""Promotion in the book: what orders bring and cost, and the sums of it."""
