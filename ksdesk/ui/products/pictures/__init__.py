"""The pictures of a product."""
