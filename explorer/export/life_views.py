"""Drawings with one bar for each body, with the tables of their facts."""

from __future__ import annotations

from functools import partial

from explorer.export.picture import View
from explorer.layout.timeline.lives import lives_scene
from explorer.lives import lives as lives_of
from explorer.model import Registry
from explorer.narrative.localities import place_sentences
from explorer.period import years_within
from explorer.places import place as place_of
from explorer.sheets import bodies, localities
from explorer.sheets import timeline as timeline_sheets
from explorer.timeline import timeline


def lives(
    registry: Registry,
    kind: str | None = None,
    region: str | None = None,
    *,
    first_year: int | None = None,
    last_year: int | None = None,
) -> View:
    """The life of each body of a kind or region, as far as it lies within the years; as long as
    they last where no year is given.

    Raises UnknownName where there is no such body.
    """
    told, found = timeline(registry), lives_of(registry, kind=kind, region=region)
    limits = registry.edition.first_day.year, registry.edition.last_day.year
    years = years_within((first_year or limits[0], last_year or limits[1]), limits)
    shown = timeline_sheets.shown_years(*years)
    drawn = years if first_year or last_year else ()
    ids = [bar.body.id for bar in found.bars if bar.body.lifetime.overlaps(shown)]
    return View(
        registry,
        partial(lives_scene, told, found, *drawn),
        {
            "bodies": partial(bodies.organisations, registry, ids),
            "events": partial(timeline_sheets.events, told, shown),
        },
    )


def place(registry: Registry, name: str) -> View:
    """Who commissioned care in a place, one bar for each body. Raises UnknownName."""
    found = place_of(registry, name)
    shown = lives_of(registry, ids=[hit.organisation_id for hit in found.hits or found.councils])
    last = (shown.last or registry.edition.as_known_on).year
    headline = f"Who commissioned NHS care for {found.text}, {shown.first.year} to {last}"
    standfirst = " ".join(place_sentences(found)[1:]) or None  # gaps, and how they are filled
    return View(
        registry,
        partial(lives_scene, timeline(registry), shown, headline=headline, standfirst=standfirst),
        {"bodies": partial(localities.place, found)},
    )
