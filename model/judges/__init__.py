"""How well a predictor guesses works it has not seen."""
