"""A file or a pasted text as a table: what it is written in, where its header and rows are."""
