"""Several days beside each other on one scale."""
