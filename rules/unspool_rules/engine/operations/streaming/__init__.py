"""Planners for streamed runs, their events and handlers."""
