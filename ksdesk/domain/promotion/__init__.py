"""Promotion (推广): what the paid ways cost and bring, and what stays of the sales."""
