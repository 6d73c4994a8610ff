"""One module per part of the protocol: convert, ask, convert."""
