"""What is low, and what was sold that is not there."""
