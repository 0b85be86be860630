"""What happened on a stage, kept: the journal, its replay, and both players as a file."""
