"""Letters: what happened to one body, on one or two pages."""
