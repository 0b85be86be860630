"""Clients of the bridge for other programs, made from its table of addresses where that can be."""
