"""Sentences made from results. No fact is worked out here: what is said was found elsewhere."""
