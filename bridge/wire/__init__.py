"""Bytes to events and back, for OSC and MIDI: pure functions that open nothing and read no clock."""
