"""What all parts of the drawing share: the page, the axis, the margins and the sizes of bars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer.drawing.page import Page
from explorer.duties.courses import Courses
from explorer.layout.axis import TimeAxis
from explorer.period import Period

_NAMES = 0.2  # width of the names of functions, in widths of the page's inside
_PLANS = 0.125  # width of the column of what is planned, likewise


@dataclass(frozen=True, eq=False)
class Stage:
    """On a narrow page names stand above the bars and plans below them, not beside."""

    courses: Courses
    page: Page
    axis: TimeAxis

    @property
    def unit(self) -> float:
        return self.page.unit

    @property
    def tall(self) -> float:
        """Height of the bar of whoever is responsible."""
        return 1.85 * self.page.label

    @property
    def low(self) -> float:
        """Height of the bars of all others."""
        return 1.42 * self.page.small

    @property
    def gap(self) -> float:
        """Px between the lanes of a row."""
        return 3.5 * self.unit

    @property
    def names_width(self) -> float:
        page = self.page
        return page.inner if page.narrow else self.axis.left - page.left - 1.1 * page.label

    @property
    def plans_left(self) -> float:
        return self.axis.right + 0.8 * self.page.label

    def left(self, day: date) -> float:
        return self.axis.x(day)

    def sides(self, period: Period) -> tuple[float, float]:
        """Left and right of a bar, with a hair of paper before the next one."""
        left, right = self.axis.x(period.start), self.axis.x(period.end)
        return left, max(right - 1.6 * self.unit, left + 1.0)


def stage(courses: Courses, page: Page) -> Stage:
    planned = any(course.plans for course in courses.all)
    left, right = page.left, page.right
    if not page.narrow:
        left += _NAMES * page.inner
        right -= _PLANS * page.inner + 0.8 * page.label if planned else 0.0
    axis = TimeAxis(left, right, courses.period.start, courses.period.end)
    return Stage(courses, page, axis)
