"""Keys that lead from step to step, and a clock for whoever speaks, in the browser's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import streamlit as st

# Streamlit reads the address anew when told that it has moved, so a key can be a link. Keys typed
# into a field stay there. The step is read from the address, which is never late: two quick turns
# are two steps. Keys pressed while one page gives way to another wait for the page to come. Arrows
# up and down scroll the page even where nothing has the focus. Notes in a second window are told
# the step.
_LISTEN = """
export default function ({ data }) {
  const WAIT = 10000;
  const page = () => document.querySelector("[data-testid=stMain]");
  const step = () => Number(new URL(window.location.href).searchParams.get("step")) || 1;
  const channel = data.story ? new BroadcastChannel("talk") : null;
  const tell = () => channel?.postMessage({ story: data.story, step: step() });
  const leaving = () => Date.now() - (window.talkLeft || 0) < WAIT;
  const turned = (steps) => {
    const there = new URL(window.location.href);
    const now = step();
    there.searchParams.set("step", Math.min(Math.max(now + steps, 1), data.views.length));
    if (there.searchParams.get("step") === "1") there.searchParams.delete("step");
    return there.href;
  };
  const go = (there) => {
    const from = window.location.pathname;
    if (there !== window.location.href) window.history.pushState({}, "", there);
    if (window.location.pathname !== from) window.talkLeft = Date.now();
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    page()?.scrollTo(0, 0);
    tell();
  };
  const act = (key) => {
    if (key.length === 1 && window.talkLetters === false) return false;
    const way = key === "v" ? data.views[step() - 1] : data.ways[key];
    const there = data.turns[key] && data.views.length ? turned(data.turns[key])
      : way && new URL(way, window.location.href).href;
    if (there) go(there);
    else if (data.windows[key]) window.open(data.windows[key], "notes");
    else if (data.views.length && (key === "ArrowDown" || key === "ArrowUp"))
      page()?.scrollBy({ top: key === "ArrowDown" ? 240 : -240 });
    else return false;
    return true;
  };
  const down = (event) => {
    const at = event.composedPath()[0];
    const typing = at.matches &&
      at.matches("input, textarea, select, [role=spinbutton], [contenteditable=true]");
    const held = event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented;
    if (held || typing || !(here || leaving())) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (leaving()) window.talkKeys = [...(window.talkKeys || []), key];
    else if (act(key)) event.preventDefault();
  };
  let here = true;
  const waiting = leaving() ? window.talkKeys || [] : [];
  document.removeEventListener("keydown", window.talkListener);
  window.talkListener = down;
  window.talkLeft = 0;
  window.talkKeys = [];
  document.addEventListener("keydown", down);
  tell();
  waiting.forEach((key) => (leaving() ? window.talkKeys.push(key) : act(key)));
  return () => {
    here = false;
    channel?.close();
    const stop = () => document.removeEventListener("keydown", down);
    if (leaving()) setTimeout(stop, WAIT); else stop();
  };
}
"""
# Notes that are open beside a talk show the step that the class sees.
_FOLLOW = """
export default function ({ data }) {
  const channel = new BroadcastChannel("talk");
  channel.onmessage = ({ data: told }) => {
    if (told.story !== data.story) return;
    for (const each of document.querySelectorAll(".step[aria-current]"))
      each.removeAttribute("aria-current");
    const there = document.getElementById("step-" + told.step);
    there?.setAttribute("aria-current", "step");
    there?.scrollIntoView({ block: "start" });
  };
  return () => channel.close();
}
"""
_CLOCK_HTML = """
<p><span></span> <button type="button">Restart the clock</button>
<button type="button" title="Whether V, B and N act">Letter keys on</button></p>
"""
_CLOCK_CSS = """
p { margin: 0; font-family: var(--st-font); font-size: 16px; color: var(--st-text-color);
  display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; }
span { font-variant-numeric: tabular-nums; }
button { font: inherit; font-size: 0.875rem; color: inherit; background: none; cursor: pointer;
  min-height: 2rem; padding: 0 0.6rem; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
"""
# The hour at which a talk began lives in the open window only, and so does whether letters act:
# whoever steers a computer by speech sends letters without meaning to, and can turn them off.
_CLOCK = """
export default function ({ parentElement, data }) {
  const face = parentElement.querySelector("span");
  const [again, letters] = parentElement.querySelectorAll("button");
  const begin = () => { window.talk = { story: data.story, began: Date.now() }; };
  if (!window.talk || window.talk.story !== data.story) begin();
  const show = () => {
    const seconds = Math.floor((Date.now() - window.talk.began) / 1000);
    const passed = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    face.textContent = passed + " · planned by now: " + data.planned + " min";
  };
  const named = () => {
    letters.textContent = "Letter keys " + (window.talkLetters === false ? "off" : "on");
  };
  again.onclick = () => { begin(); show(); };
  letters.onclick = () => { window.talkLetters = window.talkLetters === false; named(); };
  named();
  show();
  const ticking = setInterval(show, 1000);
  return () => clearInterval(ticking);
}
"""
_listen = st.components.v2.component("keys", js=_LISTEN)
_follow = st.components.v2.component("follow", js=_FOLLOW)
_clock = st.components.v2.component("clock", html=_CLOCK_HTML, css=_CLOCK_CSS, js=_CLOCK)


_TURNS = {"ArrowRight": 1, "PageDown": 1, "ArrowLeft": -1, "PageUp": -1}


def listen(
    name: str,
    ways: Mapping[str, str],
    *,
    views: Iterable[str] = (),
    windows: Mapping[str, str] = MappingProxyType({}),
    story: str = "",
) -> None:
    """Let keys (named as browsers do, letters small) lead to addresses relative to this one.

    With the `views` of all steps of a story, arrows and a clicker's page keys turn to the next step
    and the one before, and V opens the view of the step. Keys of `windows` open a second window;
    with a `story` the notes in it are told the step.
    """
    _listen(
        key=name,
        data={
            "ways": dict(ways),
            "turns": _TURNS,
            "views": list(views),
            "windows": dict(windows),
            "story": story,
        },
    )


def follow(story: str) -> None:
    """Let this page show the step at which a talk in another window is."""
    _follow(key="follow", data={"story": story})


def clock(story: str, planned: int) -> None:
    """The time since this story was opened, beside the minutes planned up to this step; and a
    button that turns the keys V, B and N off and on."""
    _clock(key="clock", data={"story": story, "planned": planned}, width="content")
