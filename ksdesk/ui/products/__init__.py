"""The products page: own goods and other platforms' links."""
