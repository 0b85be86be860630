"""What Max and Max for Live need, made from the table of addresses: `python -m bridge.clients.max` writes max_patches/."""
