"""Streams of runs, their events, and the classes that handled them."""
