"""Parts of the drawing of plans and outcomes."""
