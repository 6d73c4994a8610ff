"""Plans turned into edits."""
