"""复盘: what a live or a short video brought, beside the ones before it, and what to do next."""
