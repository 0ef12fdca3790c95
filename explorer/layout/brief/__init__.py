"""Drawings for a slide: a few rows in large type in place of a drawing that would not fit."""
