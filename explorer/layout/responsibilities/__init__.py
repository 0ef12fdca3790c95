"""Who held which function when: the matrix of functions and years, and the path of one function."""
