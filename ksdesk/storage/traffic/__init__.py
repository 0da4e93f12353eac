"""Traffic figures: series over time, campaigns, and what was typed from the phone."""

from ksdesk.storage.traffic.series import KEYWORD, OBJECTS, TYPED_WAY, TrafficReader, TrafficWriter

__all__ = ["KEYWORD", "OBJECTS", "TYPED_WAY", "TrafficReader", "TrafficWriter"]
