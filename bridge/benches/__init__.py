"""Measurements of this machine, behind `repons bench`."""
