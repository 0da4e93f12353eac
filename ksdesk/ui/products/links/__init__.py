"""Links that were shared, and how they are passed on."""
