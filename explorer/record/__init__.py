"""How the text of a data package becomes the values of the record."""
