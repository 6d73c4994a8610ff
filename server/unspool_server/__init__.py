"""Everything of Unspool that touches the world: the language server and the command line."""
