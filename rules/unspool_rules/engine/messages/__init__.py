"""Messages, their content, and the answers that are read of them."""
