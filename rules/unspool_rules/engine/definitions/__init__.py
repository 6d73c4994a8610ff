"""What an agent is defined by, and where a program keeps that."""
