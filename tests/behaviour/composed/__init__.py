"""Legacy programs composed of pieces at random, migrated, and run before and after."""

from __future__ import annotations
