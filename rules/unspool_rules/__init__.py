"""The pure core of Unspool: text in, findings and edits out; no protocol, clock, environment."""
