"""Traffic reports: their labels, what each column becomes, and their rows."""
