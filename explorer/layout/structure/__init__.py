"""The structure on a day: tiers from the most senior down, and what stands beside them."""
