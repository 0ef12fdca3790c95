"""Results as rows under stable keys: the same for CSV, JSON and the tables on screen."""
