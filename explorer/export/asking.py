"""What an address under `/api/` asks for, and the answer to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from explorer.errors import ExplorerError
from explorer.export.addresses import LETTER, PATHS, POSTER, USED, WISHES, values
from explorer.export.drawings import DRAWINGS, view_of
from explorer.export.files import file_name
from explorer.export.formats import FORMATS, ROOT
from explorer.export.picture import WRITERS, View, Wish, picture
from explorer.export.pins import OtherEdition, pin_of
from explorer.export.sizes import size_of
from explorer.letters.file import ENDINGS as LETTERS
from explorer.letters.file import letter_file
from explorer.model import Registry
from explorer.narrative.citation import long_citation
from explorer.poster.papers import SHEETS
from explorer.poster.poster import ENDINGS as POSTERS
from explorer.poster.poster import poster
from explorer.view import SETTINGS, ViewState, fit, from_params

DATA = ("csv", "json")


class NoSuchAddress(ExplorerError):
    """An address that leads to nothing; says what there is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for. `paper` is that of a poster, `sheet` the name of a table."""

    drawing: str
    suffix: str
    view: ViewState = field(default_factory=ViewState)
    wish: Wish = field(default_factory=Wish)
    paper: str = ""
    sheet: str = ""
    pinned: bool = False


def read_address(path: str, query: Mapping[str, str], registry: Registry) -> Asked:
    """What stands after `/api/`, read for the edition of `registry`.

    Raises NoSuchAddress, OtherEdition and UnknownSize.
    """
    parts = path.split("/")
    if pinned := pin_of(path):
        if not pinned.names(registry.edition):
            raise OtherEdition(pinned, registry.edition)
        parts = parts[1:]
    *parts, last = parts or [""]
    last, dot, suffix = last.rpartition(".")
    if not dot:
        raise NoSuchAddress(f"An address ends in a format, for example {ROOT}/lineage/5PD.svg")
    drawing, *given = [*parts, last]
    if drawing == POSTER:
        return _poster(given, suffix, query, bool(pinned))
    if drawing not in DRAWINGS and drawing != LETTER:
        known = ", ".join((*DRAWINGS, LETTER, POSTER))
        raise NoSuchAddress(f"There is no drawing '{_short(drawing)}'. There are: {known}.")
    formats = LETTERS if drawing == LETTER else (*WRITERS, *DATA)
    _among(suffix, formats)
    names = PATHS.get(drawing, ())
    if len(given) > len(names) or (given and len(given) < len(names)):
        form = "/".join((drawing, *(SETTINGS[name].metadata["name"].upper() for name in names)))
        raise NoSuchAddress(f"An address of this drawing has the form {ROOT}/{form}.{suffix}")
    settings = {
        SETTINGS[name].metadata["name"]: value for name, value in zip(names, given, strict=False)
    }
    wishes = {name: text for name, text in query.items() if name in WISHES}
    rest = {name: text for name, text in query.items() if name not in WISHES}
    _used(drawing, rest)
    view, ignored = from_params({**rest, **settings})
    fitted, lacking = fit(view, registry)
    if ignored or lacking:
        raise NoSuchAddress(" ".join(f"{_refused(part)}" for part in (*ignored, *lacking)))
    return Asked(
        drawing, suffix, fitted, _wish(wishes), sheet=wishes.get("sheet", ""), pinned=bool(pinned)
    )


def _poster(values: list[str], suffix: str, query: Mapping[str, str], pinned: bool) -> Asked:
    _among(suffix, POSTERS)
    paper = values[0] if len(values) == 1 else ""
    if paper not in SHEETS:
        known = " and ".join(f"{ROOT}/{POSTER}/{name}.{suffix}" for name in SHEETS)
        raise NoSuchAddress(f"There are two posters: {known}")
    if unknown := [name for name in query if name != "ink"]:
        raise NoSuchAddress(f"A poster has no setting '{_short(unknown[0])}'.")
    return Asked(POSTER, suffix, wish=_wish(query), paper=paper, pinned=pinned)


def _used(drawing: str, asked: Iterable[str]) -> None:
    """A setting that the drawing would not heed is refused: the picture would be another."""
    used = (*PATHS.get(drawing, ()), *USED.get(drawing, ()))
    known = [SETTINGS[name].metadata["name"] for name in used]
    for name in asked:
        if name not in known:
            said = ", ".join((*known, *WISHES))
            raise NoSuchAddress(f"'{_short(name)}' is no setting here. There are: {said}.")


def _among(suffix: str, formats: tuple[str, ...]) -> None:
    if suffix not in formats:
        known = ", ".join(formats)
        raise NoSuchAddress(f"There is no format '{_short(suffix)}' here. There are: {known}.")


def _wish(asked: Mapping[str, str]) -> Wish:
    """Raises NoSuchAddress and UnknownSize."""
    if asked.get("ink", "colour") not in ("colour", "grey"):
        raise NoSuchAddress("The setting 'ink' is 'colour' or 'grey'.")
    return Wish(size=size_of(asked.get("size", "web")).id, grey=asked.get("ink") == "grey")


def _refused(part: object) -> str:
    return str(part).removesuffix("; it was left out.") + "."


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


@dataclass(frozen=True, slots=True)
class Answer:
    content: bytes
    mime: str
    file_name: str


def answer(registry: Registry, asked: Asked) -> Answer:
    """The file at an address. Raises NoSuchAddress, TooLarge and other ExplorerErrors."""
    grey = asked.wish.grey
    if asked.drawing == POSTER:
        content = poster(registry, asked.paper, asked.suffix, grey=grey)
    elif asked.drawing == LETTER:
        content = letter_file(registry, asked.view.org, asked.suffix, grey=grey)
    elif asked.suffix in DATA:
        content = _table(view_of(asked.drawing, registry, asked.view), asked)
    else:
        content = picture(view_of(asked.drawing, registry, asked.view), asked.suffix, asked.wish)
    name = file_name(asked.drawing, _when(asked), registry.edition, asked.suffix)
    mime = FORMATS[asked.suffix].mime
    text = mime.startswith("text/") or asked.suffix in ("json", "svg")
    return Answer(content, f"{mime}; charset=utf-8" if text else mime, name)


def _when(asked: Asked) -> str:
    """The settings in the path, as they stand there."""
    held = values(asked.drawing, asked.view)
    return "-".join((*held, asked.paper) if asked.paper else held)


def _table(view: View, asked: Asked) -> bytes:
    """One table of the view, the first unless another is asked for."""
    name = asked.sheet or next(iter(view.tables))
    if name not in view.tables:
        known = ", ".join(view.tables)
        raise NoSuchAddress(f"There is no table '{_short(name)}' here. There are: {known}.")
    sheet, edition = view.tables[name](), view.registry.edition
    if asked.suffix == "csv":
        return sheet.csv.encode()
    about = {
        "edition": edition.version,
        "digest": edition.digest,
        "as_known_on": edition.as_known_on.isoformat(),
        "citation": long_citation(edition),
        "table": name,
        "rows": sheet.records,
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode()
