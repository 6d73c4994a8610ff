"""The rules: one file each, holding code, docs and examples."""
