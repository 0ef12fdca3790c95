"""What responsibilities are made of: who held which function, when, and how it passed on."""
