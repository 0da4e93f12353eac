"""设置: preferences, data, backups, and what this program is."""
