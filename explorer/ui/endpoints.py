"""The addresses that the app answers beside its pages.

What answers them is loaded with the first: it knows every drawing and every format, and the first
page would wait for all of it.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from explorer.export.formats import ROOT


def routes(base: str = "") -> list[Route]:
    """The route of all permanent addresses, on a server that stands under the path `base`."""
    return [Route(f"{base}{ROOT}/{{path:path}}", _file, methods=["GET"])]


def _file(request: Request) -> Response:
    from explorer.ui.files import file

    return file(request)
