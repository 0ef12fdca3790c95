"""A drawing as values: shapes, measured words and the checks of legibility; no facts."""
