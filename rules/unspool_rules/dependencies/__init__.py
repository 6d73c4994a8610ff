"""Dependencies as projects declare them: which old SDKs they name, and what takes their place.

Texts go in and values come out, as for Python code. Whoever only wants to know which files these
are imports ``names``, which needs nothing of the engine.
"""
