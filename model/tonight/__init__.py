"""What is known beside the network: tonight's notes, and what the corpus already has."""
