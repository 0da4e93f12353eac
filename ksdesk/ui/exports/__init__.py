"""Taking a table out of the app: the button of a page that has one."""
