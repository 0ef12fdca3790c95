"""Presenter view: one step of a story in large type, led by keys."""

from explorer.ui.teaching import presenter, style

style.apply()
presenter.shown()
