"""Charts over time on a page, and what a hand does with them."""
