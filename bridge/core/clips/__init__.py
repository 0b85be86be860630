"""Clips that clients send, and what is made of them."""
