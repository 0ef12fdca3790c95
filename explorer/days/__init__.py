"""What a snapshot and a hierarchy are made of: who stood on a day, above whom, and how surely."""
