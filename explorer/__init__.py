"""A record of who commissioned NHS care in England, as values and a graph versioned by date."""
