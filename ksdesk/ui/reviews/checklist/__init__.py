"""The list "every fan counts" on the screen."""
