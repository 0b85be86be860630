"""How each family of networks is taught and judged: one course each, see `model.teaching.course`."""
