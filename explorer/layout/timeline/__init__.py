"""The timeline drawing: numbers of bodies, national bodies, policy and reforms on one axis."""
