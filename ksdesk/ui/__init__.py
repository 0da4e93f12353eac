"""What the seller sees: the shell, the parts, one folder a page."""
