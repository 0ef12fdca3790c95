"""Keys that lead from step to step, and a clock for whoever speaks, in the browser's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

# Streamlit reads the address anew when told that it has moved, so a key can be a link. Keys typed
# into a field stay there. The step is read from the address, which is never late: two quick turns
# are two steps. Arrows up and down scroll the page even where nothing has the focus.
_LISTEN = """
export default function ({ data }) {
  const page = () => document.querySelector("[data-testid=stMain]");
  const step = () => Number(new URL(window.location.href).searchParams.get("step")) || 1;
  const turned = (steps) => {
    const there = new URL(window.location.href);
    const now = step();
    there.searchParams.set("step", Math.min(Math.max(now + steps, 1), data.views.length));
    if (there.searchParams.get("step") === "1") there.searchParams.delete("step");
    return there.href;
  };
  const down = (event) => {
    const at = event.composedPath()[0];
    const typing = at.matches &&
      at.matches("input, textarea, select, [role=spinbutton], [contenteditable=true]");
    const held = event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented;
    if (held || typing) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const way = key === "v" ? data.views[step() - 1] : data.ways[key];
    const there = data.turns[key] && data.views.length ? turned(data.turns[key])
      : way && new URL(way, window.location.href).href;
    if (there) {
      event.preventDefault();
      if (there !== window.location.href) window.history.pushState({}, "", there);
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
      page()?.scrollTo(0, 0);
    } else if (data.views.length && (key === "ArrowDown" || key === "ArrowUp")) {
      event.preventDefault();
      page()?.scrollBy({ top: key === "ArrowDown" ? 240 : -240 });
    }
  };
  document.addEventListener("keydown", down);
  return () => document.removeEventListener("keydown", down);
}
"""
_CLOCK_HTML = '<p><span></span> <button type="button">Restart the clock</button></p>'
_CLOCK_CSS = """
p { margin: 0; font-family: var(--st-font); font-size: 1.125rem; color: var(--st-text-color);
  display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; }
span { font-variant-numeric: tabular-nums; }
button { font: inherit; font-size: 0.875rem; color: inherit; background: none; cursor: pointer;
  min-height: 2rem; padding: 0 0.6rem; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
"""
# The hour at which a talk began lives in the open window only.
_CLOCK = """
export default function ({ parentElement, data }) {
  const [face, again] = ["span", "button"].map((name) => parentElement.querySelector(name));
  const begin = () => { window.talk = { story: data.story, began: Date.now() }; };
  if (!window.talk || window.talk.story !== data.story) begin();
  const show = () => {
    const seconds = Math.floor((Date.now() - window.talk.began) / 1000);
    const passed = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    face.textContent = passed + " · planned by the end of this step: " + data.planned + " min";
  };
  again.onclick = () => { begin(); show(); };
  show();
  const ticking = setInterval(show, 1000);
  return () => clearInterval(ticking);
}
"""
_listen = st.components.v2.component("keys", js=_LISTEN)
_clock = st.components.v2.component("clock", html=_CLOCK_HTML, css=_CLOCK_CSS, js=_CLOCK)


_TURNS = {"ArrowRight": 1, "PageDown": 1, "ArrowLeft": -1, "PageUp": -1}


def listen(name: str, ways: Mapping[str, str], views: Iterable[str] = ()) -> None:
    """Let keys (named as browsers do, letters small) lead to addresses relative to this one.

    With the `views` of all steps of a story, arrows and a clicker's page keys turn to the next step
    and the one before, and V opens the view of the step.
    """
    _listen(key=name, data={"ways": dict(ways), "turns": _TURNS, "views": list(views)})


def clock(story: str, planned: int) -> None:
    """The time since this story was opened, beside the minutes planned up to this step."""
    _clock(key="clock", data={"story": story, "planned": planned}, width="content")
