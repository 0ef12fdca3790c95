"""Published budgets: a row for each series of figures that may be compared, none added up."""
