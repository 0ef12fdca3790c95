"""Which function a reader means, and what the holders of functions are called."""

from __future__ import annotations

import re

from explorer.errors import UnknownName
from explorer.model import Function, Registry
from explorer.naming import NEAR, near_words


def find_function(registry: Registry, asked: str) -> Function:
    """The function of that id, name or slug of its name. Raises UnknownName with near matches."""
    wanted = _slug(asked)
    for function in registry.functions.values():
        if wanted in (_slug(function.id), _slug(function.name)):
            return function
    words = {_slug(each.name): each for each in registry.functions.values()}
    words |= {_slug(each.id): each for each in registry.functions.values()}
    holding = [word for word in words if wanted and (wanted in word or word in wanted)]
    close = (*near_words(wanted, words), *holding)
    near = dict.fromkeys(f"{words[word].id} ({words[word].name})" for word in close)
    raise UnknownName("function", asked, list(near)[:NEAR])


def holder_label(registry: Registry, holder_type: str, holder_id: str) -> str:
    """The words for a holder: its entry in `holders`, else the kind's label or the body's name."""
    if holder := registry.holders.get((holder_type, holder_id)):
        return holder.label
    if holder_type == "kind" and holder_id in registry.kinds:
        return registry.kinds[holder_id].label
    body = registry.organisations.get(holder_id)
    return body.name if body else holder_id


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().replace("'", "")).strip("-")
