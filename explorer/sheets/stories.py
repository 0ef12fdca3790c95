"""A story as rows, one for each sentence, and as one object."""

from __future__ import annotations

from explorer.narrative.sentence import Story
from explorer.sheets.columns import column, joined
from explorer.sheets.sheet import Sheet, sheet


def sentences(told: Story) -> Sheet:
    """The sentences in order, with their paragraph (from 1) and their sources."""
    columns = (
        column("paragraph", "Paragraph", "number"),
        column("sentence", "Sentence", "text"),
        column("source_id", "Sources"),
    )
    rows = (
        (number, one.text, joined(one.source_ids))
        for number, paragraph in enumerate(told.paragraphs, 1)
        for one in paragraph
    )
    return sheet(columns, rows)


def document(organisation_id: str, told: Story) -> dict[str, object]:
    """The story as one object, for JSON."""
    return {
        "organisation": organisation_id,
        "title": told.title,
        "paragraphs": [
            [{"text": one.text, "source_ids": list(one.source_ids)} for one in paragraph]
            for paragraph in told.paragraphs
        ],
        "sources": [
            {"id": source.id, "title": source.title, "publisher": source.publisher,
             "date": source.date or None, "url": source.url or None,
             "licence": source.licence or None}
            for source in told.sources
        ],
    }  # fmt: skip
