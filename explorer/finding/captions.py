"""What tells one body from another in a list: core name, kind, years, and what became of it."""

from __future__ import annotations

from explorer.finding.corpus import core
from explorer.look import at_words, listed, lower_first, years_words
from explorer.model import DUTIES, Organisation, Registry
from explorer.naming import display_name
from explorer.paths.breaks import COMMISSIONER, in_part

NAMED = 3  # successors named in a note; more are counted


def title(registry: Registry, organisation_id: str) -> str:
    """A name that tells homonyms apart: "Northamptonshire (health authority, 1996–2002)"."""
    body = registry.organisations[organisation_id]
    name = core(registry, display_name(registry, body.id).text).replace(" (", ", ").replace(")", "")
    kind = registry.kinds[body.kind].label.split(" (")[0]
    return f"{name} ({lower_first(kind)}, {years_words(body)})"


def closed_note(registry: Registry, organisation_id: str) -> str:
    """When a body closed and where to look next; blank for one that is in force."""
    body = registry.organisations[organisation_id]
    if body.end_unknown:
        seen = f"; last seen {at_words(body.last_seen)}" if body.last_seen else ""
        return f"End not known{seen}."
    if body.closed is None:
        return ""
    when = at_words(body.closed, latest=body.closed_by)
    return f"Closed {when}. {_successors(registry, body)}"


def _successors(registry: Registry, body: Organisation) -> str:
    """The successors on the first line on which the body passed on whole."""
    arcs = [a for a in registry.out_of.get(body.id, ()) if a.line != DUTIES and not in_part(a)]
    line = min(
        (arc.line for arc in arcs), key=lambda name: (name != COMMISSIONER, name), default=""
    )
    following = [arc.to_id for arc in arcs if arc.line == line]
    if not following:
        return "No successor body on record."
    named = [f"{display_name(registry, name)} ({name})" for name in following[:NAMED]]
    more = len(following) - len(named)
    return f"See {listed([*named, f'{more} more'] if more else named)}."
