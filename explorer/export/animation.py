"""Frames as an animation: a GIF that plays once, or a web page with buttons.

The page plays by itself only where the reader's system does not ask for less motion, stops at the
end, and shows every frame one below the other where scripts are off.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from PIL import Image

from explorer.diff import steps
from explorer.drawing.page import Page, page
from explorer.export.formats import format_of
from explorer.export.frames import Frame, captioned, change_days, frames
from explorer.export.html import drawing, table, whole, words
from explorer.export.picture import Wish, finished
from explorer.export.png import png
from explorer.export.views import structure
from explorer.look import counted, day_words
from explorer.model import Registry
from explorer.sheets.changes import stepwise
from explorer.sheets.sheet import Sheet

HOLD = 1500  # milliseconds a frame stays
_LAST = 4000  # the last one stays longer, for programs that play again

_PLAYER = Path(__file__).with_name("player.js")


def gif(
    at: Page, found: Sequence[Frame], progress: Callable[[int, int], None] | None = None
) -> bytes:
    """The frames at `at.width` pixels, all of one size and in one palette."""
    painted = []
    for place in range(len(found)):
        picture = Image.open(io.BytesIO(png(captioned(at, found, place)))).convert("RGB")
        red, green, blue = np.moveaxis(np.asarray(picture, dtype=np.uint32), 2, 0)
        painted.append(red << 16 | green << 8 | blue)
        if progress:
            progress(place + 1, len(found))
    first, *rest = _reduced(painted)
    written = io.BytesIO()
    first.save(
        written,
        "GIF",
        save_all=True,
        append_images=rest,
        duration=[*[HOLD] * (len(found) - 1), _LAST],
        comment=found[-1].scene.source_line.encode("ascii", "replace"),
    )
    return written.getvalue()


def _reduced(painted: Sequence[np.ndarray]) -> list[Image.Image]:
    """Pictures in the 256 commonest colours: those of the drawings exactly, edges of letters by
    the nearest. (Pillow looks for the nearest one only roughly, and paper would turn grey.)"""
    found = [np.unique(one, return_inverse=True, return_counts=True) for one in painted]
    colours, place = np.unique(np.concatenate([one[0] for one in found]), return_inverse=True)
    often = np.bincount(place, weights=np.concatenate([one[2] for one in found]))
    chosen = colours[np.argsort(-often, kind="stable")[:256]]
    flat = [int(part) for colour in chosen for part in _parts(colour)]
    pictures = []
    for one, (used, inverse, _) in zip(painted, found, strict=True):
        away = (_parts(used)[:, :, None] - _parts(chosen)[:, None, :]).astype(np.int64)
        nearest = np.argmin((away**2).sum(axis=0), axis=1).astype(np.uint8)
        picture = Image.fromarray(nearest[inverse].reshape(one.shape))
        picture.putpalette(flat)
        pictures.append(picture)
    return pictures


def _parts(colours: np.ndarray) -> np.ndarray:
    """Red, green and blue of packed colours."""
    packed = colours.astype(np.int64)
    return np.stack([packed >> 16 & 255, packed >> 8 & 255, packed & 255])


def animated_html(
    found: Sequence[Frame], sheets: Mapping[str, Sheet], *, title: str, about: str
) -> str:
    """Every frame in one page that needs no network."""
    figures = "\n".join(_figure(frame, number) for number, frame in enumerate(found, start=1))
    last = found[-1].scene
    body = [
        f"<h1>{words(title)}</h1>",
        f'<p class="standfirst">{words(about)}</p>',
        f'<div class="frames" data-hold="{HOLD}">{figures}</div>',
        f"<footer><p>{words(last.source_line)}</p></footer>",
        *(table(name, sheet) for name, sheet in sheets.items()),
    ]
    return whole(title, about, body, _PLAYER.read_text(encoding="utf-8"))


def _figure(frame: Frame, number: int) -> str:
    scene = replace(frame.scene, name=f"{frame.scene.name}-{number}")
    return (
        f'<figure data-day="{frame.day.isoformat()}"><figcaption><b>{day_words(frame.day)}</b> '
        f"{words(frame.caption)}</figcaption>{drawing(scene)}</figure>"
    )


def animated_change(
    registry: Registry,
    start: date,
    end: date,
    ending: str,
    *,
    kind: str | None = None,
    grey: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """The structure on each day of change from one day to another, as "gif" or "html".

    Raises UnknownFormat, NoFrames and TooLarge.
    """
    suffix = format_of(ending, ("gif", "html")).suffix
    days = change_days(registry, start, end, kind=kind)
    wish = Wish(grey=grey)
    found = tuple(
        frames(
            registry,
            days,
            lambda day: finished(structure(registry, day, kind=kind), wish),
            kind=kind,
        )
    )
    if suffix == "gif":
        return gif(page(found[0].scene.width, wish.theme), found, progress)
    taken = steps(registry, start, end, kind=kind)
    first, last = day_words(days[0]), day_words(days[-1])
    number = counted(len(days), "day", "days")
    return animated_html(
        found,
        {"changes": stepwise(registry, taken)},
        title=f"How the structure changed from {first} to {last}",
        about=f"One frame for each of the {number} on which the record changes.",
    ).encode()
