"""The ribbon drawing: bodies of one day, bodies of another, and what passed between them."""
