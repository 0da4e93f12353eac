"""Figures read off the phone: who buys 粉条 gets no report."""

from ksdesk.actions.traffic.typed import record

__all__ = ["record"]
