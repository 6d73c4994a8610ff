"""What holds at a place: order, branches, names, and values that may be absent."""
