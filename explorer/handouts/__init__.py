"""Handouts on A4 for a class: words, a drawing, questions, and the answers on their own page."""
