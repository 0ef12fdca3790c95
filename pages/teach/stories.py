"""Guided stories: to read alone, with a link to the view of every step."""

from explorer.ui.teaching import story_page, style

style.apply()
story_page.shown()
