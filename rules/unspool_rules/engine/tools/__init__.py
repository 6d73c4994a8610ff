"""Tools, tool choices and formats of answers in their new shapes."""
