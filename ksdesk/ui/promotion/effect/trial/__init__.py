"""试投: the sheet of a test of some weeks."""
