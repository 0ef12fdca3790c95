"""Names short enough for a drawing: what its headings already say is left out."""

from __future__ import annotations

import re

# our labels: "Primary care group 4AA24 (Bedford / Sharnbrook)"
_MADE = re.compile(r"^.*? (?:[A-Z0-9]*\d[A-Z0-9]*|[A-Z]{3}) \((.+)\)$")
_BEGINNINGS = re.compile(
    r"^(NHS (England |Executive )?|Directorate of Health and Social Care: |The )+(?=[A-Z])"
)
_OFFICE = re.compile(r"^NHS England [^()]+ \(([^()]+)\)$")  # the region stands above it already
_PART = re.compile(r"^.* ICB - ([0-9A-Z]{2,5})$")  # sub-ICB locations differ by their code
_ENDINGS = re.compile(
    r"[ ,-]+(\(?Teaching\)? )?("
    r"Primary Care (Trust|Group)|Care Trust|PCT|Clinical Commissioning Group|CCG|"
    r"Integrated Care Board|ICB|(Strategic |Area |Regional |District )?Health Authority|"
    r"Area Team|Commissioning Hub|Health and Wellbeing Board|STP|ICS|Regional Office|"
    r"Commissioning Support Unit|CSU|Specialised Commissioning Group|(PCT|SHA|ICB) cluster|"
    r"Strategic Clinical Networks?|Clinical Senate|integrated care system \(non-statutory\)|"
    r"Family Practitioner Committee|Local Health (Board|Group)|"
    r"((Metropolitan |London )?(Borough|City|County|District) )?Council"
    r")( \((Teaching|district)\))*$"
)
_COUNCILS = re.compile(r"^(Royal |London )*(Borough|City) of (?=[A-Z])")
_ASIDE = re.compile(r" \([^)]*(?:sources differ|; or )[^)]*\)")


def shortened(name: str, *, label: bool = False) -> str:
    """The name without the words of its kind and without "NHS"; towns of a made label alone."""
    made = _MADE.match(name) if label else None
    if made:
        return ", ".join({place.casefold(): place for place in made[1].split(" / ")}.values())
    part = _PART.match(name) or _OFFICE.match(name)
    if part:
        return part[1]
    text = _ASIDE.sub("", name)
    text = _ENDINGS.sub("", text) or text
    return _COUNCILS.sub("", _BEGINNINGS.sub("", text)) or name
