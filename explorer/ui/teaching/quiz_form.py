"""A paper on the page: its settings, its questions as a form, and the answers with evidence.

Answers live in the page only: nothing is stored, and no name is asked for. Evidence opens in a tab
of its own, so that they are still there afterwards.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from explorer.look import counted
from explorer.teaching.quiz.paper import LENGTHS, LEVELS, Paper
from explorer.teaching.quiz.question import Ordering, Question
from explorer.teaching.words import LEVEL
from explorer.timeline import ERAS
from explorer.ui import sources, state

PAGE = "quiz"
LAST_SEED = 999


def controls() -> None:
    """Era, length, level, and the number of the paper."""
    view = state.view()
    eras = {era.id: f"{era.first_year}–{era.last_year}" for era in ERAS}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Era",
            list(eras),
            index=None,
            placeholder="All years",
            format_func=lambda name: eras.get(name, name),
            width=220,
            **state.tie(PAGE, "era"),
        )
        st.number_input("Paper number", 0, LAST_SEED, step=1, width=170, **state.tie(PAGE, "seed"))
        st.button(
            "Another paper",
            on_click=state.put,
            args=(PAGE,),
            kwargs={"seed": view.seed % LAST_SEED + 1},
        )
    with st.container(horizontal=True, gap="large"):
        st.radio("Level", LEVELS, format_func=LEVEL.get, horizontal=True,
                 **state.tie(PAGE, "level"))  # fmt: skip
        st.radio("Questions", LENGTHS, horizontal=True, **state.tie(PAGE, "length"))


def sit(asked: Paper) -> None:
    """The questions, and once the reader asks for it the answers."""
    key = f"quiz-{asked.seed}-{asked.era}-{asked.level}-{asked.length}"
    cited = sources.Numbering()
    with st.form(key, border=False):
        given = [_ask(key, place, each) for place, each in enumerate(asked.questions)]
        st.form_submit_button("Check my answers", on_click=_show, args=(f"{key}-shown",))
    if st.session_state.get(f"{key}-shown"):
        _answers(asked, given, cited)


def _show(key: str) -> None:
    st.session_state[key] = True


def _ask(key: str, place: int, asked: Question) -> int | tuple[int | None, ...] | None:
    """The answer given so far: an option, or the places in order of the reader's numbers."""
    head = f"{place + 1}. {asked.prompt}"
    if isinstance(asked, Ordering):
        return _ask_order(f"{key}-{place}", head, asked)
    with st.container(key=f"{key}-{place}-box"):
        return st.radio(
            head,
            range(len(asked.options)),
            index=None,
            format_func=lambda option: asked.options[option],
            key=f"{key}-{place}",
        )


def _ask_order(key: str, head: str, asked: Ordering) -> tuple[int | None, ...]:
    places = range(1, len(asked.options) + 1)
    with st.container(key=f"{key}-box"):
        st.html(f'<p class="inside question">{escape(head)}</p>')
        numbers = [
            st.selectbox(
                f"Place of: {option}",
                places,
                index=None,
                placeholder="Place",
                width=520,
                key=f"{key}-{number}",
            )
            for number, option in enumerate(asked.options)
        ]
    return tuple(numbers.index(place) if numbers.count(place) == 1 else None for place in places)


def _answers(asked: Paper, given: list, cited: sources.Numbering) -> None:
    right = [each.accepts(answer) for each, answer in zip(asked.questions, given, strict=True)]
    total = counted(len(right), "question", "questions")
    items = "".join(
        _answer(place, each, ok, cited)
        for place, (each, ok) in enumerate(zip(asked.questions, right, strict=True), 1)
    )
    st.html(
        f'<section class="inside answers" aria-label="Answers"><p class="score" role="status">'
        f"{sum(right)} of {total} right.</p><ol>{items}</ol></section>"
    )
    cited.popover()


def _answer(place: int, asked: Question, ok: bool, cited: sources.Numbering) -> str:
    word = "Right" if ok else "Not right"
    end = "" if asked.answer.endswith(".") else "."
    return (
        f'<li value="{place}"><p><strong>{word}.</strong> {escape(asked.answer)}{end}</p>'
        f"<p>{escape(asked.explanation)}{cited.marks(asked.source_ids)} "
        f'<a href="{escape(asked.evidence.path.lstrip("/"))}" target="_blank"'
        f' aria-label="See the evidence for question {place} (opens in a new tab)">'
        f"See the evidence (new tab)</a></p></li>"
    )
