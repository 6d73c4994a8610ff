"""What other files of the project, and code out of view, have of a file."""
