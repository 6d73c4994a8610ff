"""What the expressions of a file are: types read from the outlines, the file, and its workspace."""
