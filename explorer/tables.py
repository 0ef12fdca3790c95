"""Sheets as tables for the screen: readers' headings and words. The only pandas of the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.sheets.sheet import Sheet

if TYPE_CHECKING:
    from pandas import DataFrame


def frame(sheet: Sheet, *, iso_dates: bool = False) -> DataFrame:
    """The sheet under readers' headings, with kinds, flags and dates in words.

    Unknown is an empty cell; numbers stay numbers. `iso_dates` keeps dates as in the record, for a
    table to be sorted by them.
    """
    import pandas as pd  # imported late: it takes longer than loading the record

    columns = {}
    for place, column in enumerate(sheet.columns):
        values = [row[place] for row in sheet.rows]
        if column.sort == "number":
            whole = all(value is None or isinstance(value, int) for value in values)
            columns[column.heading] = pd.array(values, dtype="Int64" if whole else "Float64")
        else:
            plain = column.sort == "date" and iso_dates
            said = values if plain else [sheet.words(column, value) for value in values]
            columns[column.heading] = pd.array([x or "" for x in said], dtype="str")
    return pd.DataFrame(columns)
