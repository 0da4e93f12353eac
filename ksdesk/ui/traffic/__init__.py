"""流量: what paid traffic brought, as curves."""
