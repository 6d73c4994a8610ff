"""Planners for agents, assistants and their definitions."""
