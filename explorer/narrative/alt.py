"""Alternative text for drawings: the form, what it shows and its main point, briefly."""

from __future__ import annotations

LONGEST = 250  # characters; screen readers read alternative text in one breath


def alt_text(form: str, *sentences: str) -> str:
    """`Timeline. On 1 April ...`: the form of the drawing, then as many whole sentences as fit.

    A first sentence that is too long by itself is cut at a word.
    """
    text = f"{form}."
    for number, sentence in enumerate(sentences):
        longer = f"{text} {sentence}"
        if len(longer) <= LONGEST:
            text = longer
        elif number == 0:
            return f"{longer[: LONGEST - 1].rsplit(' ', 1)[0].rstrip(',;:')}…"
        else:
            break
    return text
