"""手工记一笔: figures typed from the phone."""
