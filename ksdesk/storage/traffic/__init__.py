"""Traffic figures: series over time, campaigns, and what was typed from the phone."""

from ksdesk.storage.traffic.series import KEYWORD, OBJECTS, TrafficReader
from ksdesk.storage.traffic.typed import TrafficWriter

__all__ = ["KEYWORD", "OBJECTS", "TrafficReader", "TrafficWriter"]
