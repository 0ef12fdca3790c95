"""Results and scenes become files."""
