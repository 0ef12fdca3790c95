"""What all rows share: the page, the record, and the axis of financial years."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.drawing.page import Page
from explorer.model import Registry

_HIGH = 62.0  # px of the tallest stem of a subject at 1600 px
_TEXTS = 0.37  # width of what a row counts, in widths of the page's inside


@dataclass(frozen=True, eq=False)
class Stage:
    """`first` and `last` are the financial years, by the year they start in, at the ends."""

    page: Page
    registry: Registry
    first: int
    last: int

    @property
    def left(self) -> float:
        page = self.page
        return page.left + (0.0 if page.narrow else _TEXTS * page.inner)

    @property
    def pitch(self) -> float:
        """Px of a year; a short span of years is not stretched over the whole page."""
        wide = (self.page.right - self.left) / (self.last - self.first + 1)
        return min(wide, 9.0 * self.page.label)

    def x(self, year: int) -> float:
        """The middle of a financial year."""
        return self.left + (year - self.first + 0.5) * self.pitch

    @property
    def right(self) -> float:
        return self.left + (self.last - self.first + 1) * self.pitch

    @property
    def high(self) -> float:
        return _HIGH * self.page.unit

    @property
    def text_width(self) -> float:
        page = self.page
        return page.inner if page.narrow else _TEXTS * page.inner - 1.4 * page.label
