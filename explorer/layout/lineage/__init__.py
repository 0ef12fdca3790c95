"""The lineage drawing: a bar for each body on a true time axis, bands for what passed on."""
