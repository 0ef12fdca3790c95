"""Scenes become Plotly figures."""
