"""What a file becomes before it is in the book."""
