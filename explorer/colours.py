"""Colours by kind of body, for light and dark paper and in grey: one mapping for every drawing.

A word or a code always stands beside the colour, and light and dark alternate along time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Swatch:
    """Fill of a mark, text on it (contrast 4.5 or more), and an edge (3 or more on the paper).

    `texture` ("level" or "upright" lines, in the colour `lines`) tells greys apart on large areas.
    """

    fill: str
    text: str
    edge: str
    dashed: bool = False
    texture: str = ""
    lines: str = ""


_DARK, _WHITE = "#222222", "#FFFFFF"
_NIGHT = "#14181D"
_LIGHT_SWATCHES = {
    "authority": Swatch("#12436D", _WHITE, "#12436D"),
    "district": Swatch("#6BACE6", _DARK, "#2F76B5"),
    "region": Swatch("#2073BC", _WHITE, "#2073BC"),
    "group": Swatch("#A285D1", _DARK, "#A285D1"),
    "trust": Swatch("#28A197", _DARK, "#28A197"),
    "ccg": Swatch("#801650", _WHITE, "#801650"),
    "place": Swatch("#E6C9D8", _DARK, "#801650"),
    "board": Swatch("#F46A25", _DARK, "#F46A25"),
    "partnership": Swatch("#FCD3BF", _DARK, "#C04E12"),
    "system": Swatch("#F89A66", _DARK, "#C04E12"),
    "nhs_england": Swatch("#3D3D3D", _WHITE, "#3D3D3D"),
    "council": Swatch("#A285D1", _DARK, "#3D3D3D"),
    "scheme": Swatch("#CBD5DE", _DARK, "#5F6B76"),
    "other": Swatch(_WHITE, _DARK, "#3D3D3D"),
    "arrangement": Swatch(_WHITE, _DARK, "#3D3D3D", dashed=True),
    "planned": Swatch(_WHITE, "#6B6B6B", "#8C8C8C", dashed=True),
}
_DARK_SWATCHES = {
    "authority": Swatch("#B5D3EF", _NIGHT, "#B5D3EF"),
    "district": Swatch("#3C78AE", _WHITE, "#3C78AE"),
    "region": Swatch("#5BA0E6", _NIGHT, "#5BA0E6"),
    "group": Swatch("#A285D1", _NIGHT, "#A285D1"),
    "trust": Swatch("#28A197", _NIGHT, "#28A197"),
    "ccg": Swatch("#D4639F", _NIGHT, "#D4639F"),
    "place": Swatch("#5A2440", _WHITE, "#D4639F"),
    "board": Swatch("#F46A25", _NIGHT, "#F46A25"),
    "partnership": Swatch("#6B371C", _WHITE, "#F46A25"),
    "system": Swatch("#A64B1C", _WHITE, "#F46A25"),
    "nhs_england": Swatch("#B9C0C7", _NIGHT, "#B9C0C7"),
    "council": Swatch("#A285D1", _NIGHT, "#E6EAEE"),
    "scheme": Swatch("#4A5661", _WHITE, "#9AA5AF"),
    "other": Swatch(_NIGHT, "#E6EAEE", "#B9C0C7"),
    "arrangement": Swatch(_NIGHT, "#E6EAEE", "#B9C0C7", dashed=True),
    "planned": Swatch(_NIGHT, "#A7B0B8", "#8C959E", dashed=True),
}
# print in one ink: every family has a grey of its own, those that meet differ by 3 to 1, and greys
# that come near one another have different textures; diagonals are left to the drawings
_GREY_SWATCHES = {
    "authority": Swatch("#1C1C1C", _WHITE, "#1C1C1C"),
    "district": Swatch("#949494", _DARK, "#757575"),
    "region": Swatch("#4A4A4A", _WHITE, "#4A4A4A", texture="upright", lines="#6A6A6A"),
    "group": Swatch("#909090", _DARK, "#757575", texture="level", lines="#B0B0B0"),
    "trust": Swatch("#2E2E2E", _WHITE, "#2E2E2E", texture="level", lines="#585858"),
    "ccg": Swatch("#8C8C8C", _DARK, "#757575", texture="upright", lines="#B0B0B0"),
    "place": Swatch("#D2D2D2", _DARK, "#595959", texture="upright", lines="#ECECEC"),
    "board": Swatch("#222222", _WHITE, "#222222", texture="upright", lines="#555555"),
    "partnership": Swatch("#E4E4E4", _DARK, "#595959"),
    "system": Swatch("#C4C4C4", _DARK, "#595959", texture="level", lines="#E4E4E4"),
    "nhs_england": Swatch("#3D3D3D", _WHITE, "#3D3D3D"),
    "council": Swatch("#B4B4B4", _DARK, "#3D3D3D"),
    "scheme": Swatch("#D8D8D8", _DARK, "#5F5F5F"),
    "other": Swatch(_WHITE, _DARK, "#3D3D3D"),
    "arrangement": Swatch(_WHITE, _DARK, "#3D3D3D", dashed=True),
    "planned": Swatch(_WHITE, "#6B6B6B", "#8C8C8C", dashed=True),
}
_FAMILIES = {
    "authority": "area_health_authority health_authority",
    "district": "district_health_authority family_practitioner_committee "
    "family_health_services_authority regional_office",
    "region": "regional_hospital_board regional_health_authority strategic_health_authority",
    "group": "primary_care_group local_health_group directorate_of_health_and_social_care",
    "trust": "primary_care_trust care_trust local_health_board specialised_commissioning_group",
    "ccg": "clinical_commissioning_group",
    "place": "sub_icb_location",
    "board": "integrated_care_board",
    "partnership": "sustainability_transformation_partnership",
    "system": "integrated_care_system integrated_care_partnership",
    "nhs_england": "regional_team area_team local_commissioning_hub specialised_commissioning_hub "
    "commissioning_support_unit",
    "council": "local_authority health_and_wellbeing_board",
    "scheme": "gp_fundholding gp_multifund gp_commissioning_pilot total_purchasing_pilot "
    "practice_based_commissioning payment_by_results",
    "other": "government_department national_body special_health_authority regulator "
    "arms_length_body clinical_senate strategic_clinical_network clinical_network gp_practice "
    "community_health_council patients_forum local_involvement_network local_healthwatch "
    "local_medical_committee nhs_provider nhs_trust drug_partnership education_consortium "
    "workforce_development_confederation",
    "arrangement": "pct_cluster sha_cluster icb_cluster",
}
FAMILY = MappingProxyType({k: family for family, kinds in _FAMILIES.items() for k in kinds.split()})
# national bodies are outlined, but for the one whose regions and teams share its colour
_BODY_FAMILY = {"nhs-england": "nhs_england", "nhs-commissioning-board-authority": "nhs_england"}
_FREE = ("authority", "district", "trust", "ccg", "board", "group", "region")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme. `divided`, `whole` and `joined` say what became of a body."""

    paper: str
    panel: str
    ink: str
    muted: str
    rule: str
    faint: str
    accent: str
    divided: str
    whole: str
    joined: str
    swatches: Mapping[str, Swatch]

    def of(self, kind: str, organisation_id: str = "") -> Swatch:
        """The swatch of a kind of body. A kind that is not of this record gets one for good."""
        family = _BODY_FAMILY.get(organisation_id) or FAMILY.get(kind)
        return self.swatches[family or _FREE[crc32(kind.encode()) % len(_FREE)]]

    @property
    def planned(self) -> Swatch:
        return self.swatches["planned"]


_LIGHT = Palette(
    *(_WHITE, "#F3F5F7", _DARK, "#595959", "#C9D0D6", "#8C8C8C", "#12436D"),
    *("#2073BC", "#F46A25", "#A285D1", MappingProxyType(_LIGHT_SWATCHES)),
)
_NIGHTLY = Palette(
    *(_NIGHT, "#1E252D", "#E6EAEE", "#A7B0B8", "#3C4752", "#8C959E", "#7FB8E8"),
    *("#5BA0E6", "#F46A25", "#A285D1", MappingProxyType(_DARK_SWATCHES)),
)
_INK = Palette(
    *(_WHITE, "#F4F4F4", _DARK, "#595959", "#CFCFCF", "#8C8C8C", _DARK),
    *("#2E2E2E", "#949494", "#C4C4C4", MappingProxyType(_GREY_SWATCHES)),
)
_THEMES = MappingProxyType({"light": _LIGHT, "dark": _NIGHTLY, "grey": _INK})


def palette(theme: str = "light") -> Palette:
    """The colours of a theme: "light", "dark" or, for print in one ink, "grey"."""
    return _THEMES.get(theme, _LIGHT)
