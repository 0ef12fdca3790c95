"""Rules across rows and tables of a data package. Each rule yields the rows that break it."""
