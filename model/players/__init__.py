"""Predictors: each network, and the counts, behind the contract of `model.predictor`; and their steps."""
