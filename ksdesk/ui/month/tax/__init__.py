"""报税对账: the check of a quarter, and what the platform says of it, typed or out of a table."""
