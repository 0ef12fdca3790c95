"""Layouts: results become scenes, one module a drawing."""
