"""What networks hear of music: notes, frames and what follows as numbers, the same live and in training."""
