"""One engine that walks the catalogue: facts, components, plans, edits."""
