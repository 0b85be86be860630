"""How networks are taught: windows, losses, the loop, devices, and the bundle at the end."""
