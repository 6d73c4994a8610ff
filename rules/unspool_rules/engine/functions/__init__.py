"""Functions that the model calls: how they are described, and who runs them."""

from __future__ import annotations
