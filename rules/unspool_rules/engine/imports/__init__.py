"""Imports that new code needs, and those that nothing uses any more."""
