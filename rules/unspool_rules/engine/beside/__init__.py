"""What is found beside the operations of the old SDKs."""
