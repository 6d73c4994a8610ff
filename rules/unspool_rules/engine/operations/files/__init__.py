"""Planners for files and vector stores."""
