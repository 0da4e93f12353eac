"""Ctrl+K: one field that finds pages, products, orders, ledger lines, handbook and rules."""
