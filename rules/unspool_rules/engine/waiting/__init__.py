"""Loops that waited for a run, and what stood in them."""
