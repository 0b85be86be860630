"""What clients are told: answers, the plan, the last bars as notes."""
