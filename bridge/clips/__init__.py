"""Clips for the commands: what is asked for, what is made, and how it looks."""
