"""What one player of the model's plays: turns, plans, the notes themselves, and what stands in for a model that is late."""
