"""Calls of functions that a run waits for, and their outputs."""
