"""Guided stories: Markdown files of the data package, one view of the explorer for each step."""
