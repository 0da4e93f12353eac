"""Files and clipboard text to domain values, with every doubtful row named."""
