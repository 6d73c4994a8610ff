"""What maps to what, as data: the legacy operations, results and tools with their new forms."""
