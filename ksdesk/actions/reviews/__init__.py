"""Reviews: what lives and videos brought, and what is done for fans."""
