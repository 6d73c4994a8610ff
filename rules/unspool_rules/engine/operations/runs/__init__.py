"""Planners for runs."""
