"""Put in by PyInstaller before its own hook for Qt, which would load the whole of it."""

from ksdesk.light import travel_light

travel_light()
