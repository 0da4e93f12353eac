"""Charts are drawn by matplotlib, whose import takes a worker half a second."""


def load_charts() -> None:
    """Import what draws, off the UI thread."""
    import ksdesk.charts.deposit
    import ksdesk.charts.traffic
    import ksdesk.ui.parts.chart.card  # noqa: F401
