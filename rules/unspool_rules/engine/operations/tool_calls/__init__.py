"""Planners for the calls of functions that runs wait for."""
