"""What the code names of the old SDKs beside their operations."""
