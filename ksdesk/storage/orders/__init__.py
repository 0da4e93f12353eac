"""Imported orders as the seller works with them."""
