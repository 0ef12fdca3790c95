"""Names of exported files: what, when and which edition."""

from __future__ import annotations

from datetime import date

from explorer.export.files import file_name
from explorer.ui import state
from explorer.ui.record import registry
from explorer.view import PAGES, SETTINGS


def name(page: str, suffix: str) -> str:
    """`structure-2013-04-01-edition-1.0.0.svg`: the page, its settings, its days, the edition."""
    view = state.view()
    what, when = [page], []
    for setting in PAGES[page].settings:
        value, entry = getattr(view, setting), SETTINGS[setting]
        if value in (None, "", (), False):
            continue
        if isinstance(value, date):
            when.append(value.isoformat())
        elif value != entry.default or setting == "org":
            what.append(entry.metadata["form"].write(value))
    return file_name("-".join(what), "-".join(when), registry().edition, suffix)
