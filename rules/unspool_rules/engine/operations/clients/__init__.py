"""Planners for clients and what is asked of a project."""
