"""The wall poster: every body of the line of local commissioners on one sheet."""
