"""The stage: time, modes, ports and processes around a predictor from `model`."""
