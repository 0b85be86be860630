"""Clips: read, filled, continued and written."""
