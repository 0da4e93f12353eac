"""Alarms beside the curve: what they say, and what may be done."""
