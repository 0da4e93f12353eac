"""Numbers to matplotlib figures."""
