"""The process that makes clips beside the musicians, and the stage's end of it."""
