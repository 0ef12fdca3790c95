"""What the difference between two days is made of."""
