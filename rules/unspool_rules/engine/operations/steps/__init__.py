"""Planners for run steps."""
