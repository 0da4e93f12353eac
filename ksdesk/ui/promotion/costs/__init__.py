"""填成本: what goods, parcels and the shop cost."""
