"""Planners for messages."""
