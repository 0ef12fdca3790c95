"""Two small things that Streamlit has no word for, in the browser's own language."""

from __future__ import annotations

import streamlit as st

# Streamlit reads the address anew whenever the browser says that it has moved: so a link in
# running text can lead to a page without loading the whole explorer again.
_STEP = """
export default function () {
  const follow = (event) => {
    const held = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    const link = event.target.closest ? event.target.closest(".inside a[href]") : null;
    if (!link || link.target || held || event.button !== 0 || event.defaultPrevented) return;
    event.preventDefault();
    window.history.pushState({}, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
"""

_COPY_HTML = """
<button type="button"></button><input type="text" readonly hidden><span role="status"></span>
"""
_COPY_CSS = """
:host, div { font-family: var(--st-font); font-size: 0.875rem; color: var(--st-text-color); }
button { font: inherit; color: inherit; background: none; cursor: pointer; min-height: 2.5rem;
  padding: 0.25rem 0.75rem; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); }
button:hover, button:focus-visible { border-color: var(--st-primary-color);
  color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 1px; }
input { font: inherit; width: min(100%, 30rem); margin-top: 0.5rem; }
span { margin-left: 0.75rem; }
"""
_COPY = """
export default function ({ parentElement, data }) {
  const [button, field, status] = ["button", "input", "span"].map((name) =>
    parentElement.querySelector(name));
  button.textContent = data.label;
  status.textContent = "";
  field.hidden = true;
  field.setAttribute("aria-label", data.label);
  button.onclick = async () => {
    const link = new URL(data.query ? "?" + data.query : "?", window.location.href);
    const text = data.query ? link.href : link.href.slice(0, -1);
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = data.done;
    } catch {
      field.value = text;
      field.hidden = false;
      field.select();
      status.textContent = data.byhand;
    }
  };
}
"""

_step = st.components.v2.component("step", js=_STEP)
_copy = st.components.v2.component("copy", html=_COPY_HTML, css=_COPY_CSS, js=_COPY)


def links_stay_inside() -> None:
    """Let links below an element of class `inside` lead on without a new start of the explorer."""
    _step(key="step")


def copy_button(label: str, query: str, *, done: str, byhand: str) -> None:
    """A button that copies the address of this page with `query`."""
    data = {"label": label, "query": query, "done": done, "byhand": byhand}
    _copy(key="copy-link", data=data, width="content")
