"""What search is made of: the words of the record, and captions for what is found."""
