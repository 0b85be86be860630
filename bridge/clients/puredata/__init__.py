"""What Pure Data needs, from an abstraction to an example that sounds; `python -m bridge.clients.puredata` writes it here."""
