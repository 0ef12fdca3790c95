"""Pictures and data at permanent addresses, served by the app itself.

A living address may be kept for an hour, a pinned one for ever: it is answered from the edition
that it names, the current one or one kept beside it. Answers are made once and kept
within `KEPT`; not more than `AT_ONCE` are made at a time, so that drawings for other sites never
take the whole machine from the readers.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import BoundedSemaphore, Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from explorer.errors import ExplorerError, UnknownName
from explorer.export.asking import (
    Answer,
    Asked,
    NoSuchAddress,
    answer,
    read_address,
)
from explorer.export.pins import OtherEdition, pin_of
from explorer.model import Registry
from explorer.ui.record import edition, registry

KEPT = 64_000_000  # bytes of answers
AT_ONCE = 2
LIVING = "public, max-age=3600"
PINNED = "public, max-age=31536000, immutable"
LONGEST = 1000  # characters of an address

_EVERYWHERE = {
    "Access-Control-Allow-Origin": "*",  # public data, to be shown anywhere
    "X-Content-Type-Options": "nosniff",
}
# a page or SVG opened by itself may load nothing and reach nothing of the explorer
_ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-downloads"


class _Kept:
    """The latest answers, up to a number of bytes."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[str, ...], Answer] = OrderedDict()
        self._bytes, self._lock = 0, Lock()

    def get(self, key: tuple[str, ...]) -> Answer | None:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def put(self, key: tuple[str, ...], made: Answer) -> None:
        with self._lock:
            if key in self._found or len(made.content) > KEPT:
                return
            self._found[key] = made
            self._bytes += len(made.content)
            while self._bytes > KEPT:
                _, old = self._found.popitem(last=False)
                self._bytes -= len(old.content)


_kept = _Kept()
_makers = BoundedSemaphore(AT_ONCE)


def file(request: Request) -> Response:
    """The file at an address, or in plain words why there is none."""
    try:
        if len(str(request.url)) > LONGEST:
            raise NoSuchAddress(f"An address has at most {LONGEST} characters.")
        path, query = request.path_params["path"], dict(request.query_params)
        record = _record(path)
        asked = read_address(path, query, record)
        made = _answer(record, asked, path, query)
    except OtherEdition as error:
        return _refusal(error, 410)
    except (NoSuchAddress, UnknownName) as error:
        return _refusal(error, 404)
    except ExplorerError as error:  # it can be read, but not be drawn: a size, a date
        return _refusal(error, 400)
    tag = f'"{hashlib.sha256(made.content).hexdigest()[:32]}"'
    headers = {
        **_EVERYWHERE,
        "Cache-Control": PINNED if asked.pinned else LIVING,
        "ETag": tag,
        "Content-Disposition": f'inline; filename="{made.file_name}"',
        "Content-Security-Policy": _ALONE,
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(made.content, media_type=made.mime, headers=headers)


def _record(path: str) -> Registry:
    """The edition that the address is pinned to if it is kept, else the current one."""
    current, pin = registry(), pin_of(path)
    if pin is None or pin.names(current.edition):
        return current
    return edition(pin.version, pin.digest) or current


def _answer(record: Registry, asked: Asked, path: str, query: dict[str, str]) -> Answer:
    # a pinned and a living address of one edition have one answer
    bare = path.partition("/")[2] if asked.pinned else path
    key = (record.edition.digest, bare, *map("=".join, sorted(query.items())))
    if (made := _kept.get(key)) is None:
        with _makers:
            made = _kept.get(key) or answer(record, asked)
        _kept.put(key, made)
    return made


def _refusal(error: ExplorerError, status: int) -> Response:
    return PlainTextResponse(f"{error}\n", status, {**_EVERYWHERE, "Cache-Control": "no-store"})
