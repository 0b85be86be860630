"""The musician: notes, features, networks, training and prediction; no sockets, no threads, no clock."""
