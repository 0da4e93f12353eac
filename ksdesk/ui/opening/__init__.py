"""The opening wizard: every step of opening a shop beside a drawn phone."""
