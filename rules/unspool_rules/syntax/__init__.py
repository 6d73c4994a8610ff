"""Python source as text and as a tree; knows nothing of any SDK."""
