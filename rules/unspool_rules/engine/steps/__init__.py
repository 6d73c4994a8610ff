"""Run steps: the items of a response's output."""
