"""The words of every bar and stub of one lineage, before they have a place."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.layout.lineage import words
from explorer.layout.lineage.actors import FAINT, SELF, Actor, Cast
from explorer.layout.lineage.names import ShortName, short_name, short_names
from explorer.layout.lineage.plot import Label
from explorer.layout.lineage.tags import Words
from explorer.naming import display_name


def labels(cast: Cast, endings: Mapping[str, str]) -> dict[str, Label]:
    names = short_names(cast.registry, [actor.id for actor in cast.actors])
    return {
        actor.id: _label(cast, actor, names[actor.id], endings.get(actor.id, ""))
        for actor in cast.actors
    }


def _label(cast: Cast, actor: Actor, short: ShortName, ending: str) -> Label:
    style = {"bold": actor.part == SELF, "italic": short.label}
    texts = [short.text]
    if actor.part == SELF:  # the focus is called by its full name where that fits
        kind = cast.registry.kinds[actor.body.kind].short
        full = display_name(cast.registry, actor.id).text
        plain = short_name(cast.registry, actor.id).text
        texts = [full, plain] if short.label else [full, f"{plain} {kind}", plain]
    if actor.in_force:
        texts.insert(0, f"{texts[0]}, in force")
    years = f"from {actor.start.year}" if actor.in_force else words.years(actor.start, actor.end)
    return Label(
        tuple(Words(text, **style) for text in dict.fromkeys(texts)),
        Words(f"{texts[-1]}, {years}", **style),
        Words(ending) if ending else None,
    )


def stub_words(cast: Cast) -> dict[str, str]:
    others = {name for stub in cast.stubs for name in stub.others}
    names = {name: short_name(cast.registry, name) for name in others}
    return {stub.id: words.stub_words(stub, names) for stub in cast.stubs}


def endings(cast: Cast) -> dict[str, str]:
    """What stands after the bars that nothing follows, and whose end wants a word."""
    going = {arc.from_id for arc in cast.arcs}
    going |= {stub.at for stub in cast.stubs if not stub.into}
    found = {}
    for actor in cast.actors:
        if actor.part == FAINT or actor.id in going:
            continue
        breaks = [at for at in cast.lineage.breaks if at.organisation_id == actor.id]
        if text := words.ending(cast.registry, actor, breaks):
            found[actor.id] = text
    return found
