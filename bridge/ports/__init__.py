"""The ways in and out: each port opens, closes, stamps `now`, translates and sends, and knows nothing about music."""
