"""Time on stage: seconds, beats and bars, whom they follow, and how they are told."""
