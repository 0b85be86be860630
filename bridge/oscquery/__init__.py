"""OSCQuery: other programs read over HTTP which messages there are, and show them as knobs; in a process of its own."""
