"""What a test says of legacy methods that it mocks."""
