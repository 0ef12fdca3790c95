"""Scenes as slides of native shapes and text, to be edited: no picture stands for the drawing.

Each item is one shape with its words as alternative text, each passage one text box; the notes
hold what the picture shows in words, its source and its licence.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.slide import Slide

from explorer.drawing.scene import Scene
from explorer.export.drawingml.shapes import POINT, shapes
from explorer.export.drawingml.words import body, place, text_box
from explorer.export.files import repacked
from explorer.export.glyphs import seen
from explorer.export.passages import Passage, passages
from explorer.export.png import TooLarge

WIDE = 960.0  # points: the width of a slide of today
LONGEST = 56 * 72  # points: no office program takes a longer side

_TITLE_ONLY = 5  # the layout of python-pptx's own template that has a title and nothing else


def pptx(*scenes: Scene, known_on: date, width: float = WIDE, author: str = "") -> bytes:
    """One slide for each scene, `width` points wide and as high as the first drawing.

    `known_on` stands as the day of the file: a file has no clock. Raises TooLarge.
    """
    first = scenes[0]
    high = slide_height(first, width)
    deck = Presentation()
    deck.slide_width, deck.slide_height = round(width * POINT), round(high * POINT)
    for scene in scenes:
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
        _fill(slide, scene, width * POINT / scene.width)
    about = deck.core_properties
    about.title, about.subject, about.author = map(_short, (first.headline, first.alt, author))
    about.created = about.modified = datetime.combine(known_on, time())
    about.last_modified_by, about.language = _short(author), "en-GB"
    file = io.BytesIO()
    deck.save(file)
    return repacked(file.getvalue())


def _short(text: str) -> str:
    """What office programs take as a property of a file."""
    return seen(text)[:255]


def slide_height(scene: Scene, width: float = WIDE) -> float:
    """Points of a slide that holds the scene. Raises TooLarge."""
    high = width * scene.height / scene.width
    if high > LONGEST:
        raise TooLarge(
            f"A slide for this drawing would be {high / 72:.0f} inches high, and "
            f"{LONGEST // 72} are the most that slides can have. Choose PDF or SVG."
        )
    return high


def _fill(slide: Slide, scene: Scene, unit: float) -> None:
    tree = slide.shapes._spTree
    title = slide.shapes.title._element
    number, texts = 2, []
    for item in scene.drawn:
        for shape in shapes(item, number + 1, unit, scene.paper):
            number += 1
            texts.append(shape)
    for passage in passages(scene.texts):
        if passage.first.role == "headline":
            _title(title, passage, unit)
            continue
        number += 1
        texts.append(text_box(passage, number, unit))
    for element in _elements(texts):
        tree.append(element)
    _background(slide, scene.paper)
    notes = (scene.alt, scene.description, *scene.notes, scene.source_line)
    slide.notes_slide.notes_text_frame.text = "\n".join(
        seen(line) for part in notes for line in part.splitlines() if line
    )


def _elements(texts: Iterable[str]) -> list[BaseOxmlElement]:
    return list(parse_xml(f"<p:spTree {nsdecls('p', 'a', 'r')}>{''.join(texts)}</p:spTree>"))


def _title(title: BaseOxmlElement, passage: Passage, unit: float) -> None:
    """The headline in the place of the layout's title, so that slides have a name in outlines."""
    parts = (f"<p:spPr>{place(passage, unit)}</p:spPr>", body(passage, unit))
    for element in _elements(parts):
        etree.cleanup_namespaces(element)
        title.replace(title.find(element.tag), element)


def _background(slide: Slide, paper: str) -> None:
    fill = slide.background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(paper.lstrip("#"))
