"""A jam in one process: a tune played to the model, drawn and heard."""
