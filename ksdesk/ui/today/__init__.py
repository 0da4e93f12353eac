"""今日: what must be done now, what today, and how yesterday went."""
