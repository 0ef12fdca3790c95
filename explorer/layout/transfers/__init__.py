"""Functions changing hands: all of one date from givers to takers, and the path of one function."""
