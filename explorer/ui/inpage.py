"""Two small things that Streamlit has no word for, in the browser's own language."""

from __future__ import annotations

import json

import streamlit as st

# Streamlit reads the address anew whenever the browser says that it has moved: so a link in
# running text can lead to a page without loading the whole explorer again. And it takes over a
# typed date on Escape or when the box is left, but not on Enter, which is what people press. A
# drawing or table wider than the screen scrolls: the keyboard must be able to get hold of it. The
# keys + and - choose fewer or more years, but only while the years or the drawing have the focus:
# speech may sound like keys.
_EASE = """
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
  const enter = (event) => {
    const part = event.target;
    const dated = part.matches("[data-testid=stDateInput] [role=spinbutton]");
    if (event.key !== "Enter" || !dated) return;
    part.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  };
  const zoom = (event) => {
    const button = !(event.metaKey || event.ctrlKey || event.altKey)
      && event.target.closest?.(".st-key-years, .st-key-drawing")
      && document.querySelector(ZOOM[event.key] || "nothing");
    if (!button) return;
    event.preventDefault();
    button.click();
  };
  const hold = () => {
    const zoomed = document.querySelector(".st-key-years");
    for (const [frames, label] of Object.entries(FRAMES)) {
      for (const frame of document.querySelectorAll(frames)) {
        const wide = frame.scrollWidth > frame.clientWidth;
        if (wide || (zoomed && frame.matches(".st-key-drawing"))) {
          frame.tabIndex = 0;
          frame.setAttribute("role", "group");
          const named = wide ? label : "Drawing, keys + and − zoom";
          if (frame.getAttribute("aria-label") !== named) frame.setAttribute("aria-label", named);
        } else if (frame.hasAttribute("tabindex")) {
          for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
        }
      }
    }
  };
  const watch = new MutationObserver(hold);
  watch.observe(document.body, { childList: true, subtree: true });
  window.addEventListener("resize", hold);
  hold();
  document.addEventListener("click", follow);
  document.addEventListener("keydown", enter, true);
  document.addEventListener("keydown", zoom);
  document.body.dataset.eased = "";
  return () => {
    delete document.body.dataset.eased;
    watch.disconnect();
    window.removeEventListener("resize", hold);
    document.removeEventListener("click", follow);
    document.removeEventListener("keydown", enter, true);
    document.removeEventListener("keydown", zoom);
  };
}
"""

_COPY_HTML = """
<button type="button">Copy link to this view</button>
<input type="text" aria-label="Link to this view" readonly hidden><span role="status"></span>
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
  status.textContent = "";
  field.hidden = true;
  button.onclick = async () => {
    const link = new URL(data.query ? "?" + data.query : "?", window.location.href);
    const text = data.query ? link.href : link.href.slice(0, -1);
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = "Link copied.";
    } catch {
      field.value = text;
      field.hidden = false;
      field.select();
      status.textContent = "Copy the link from the box.";
    }
  };
}
"""

_FRAMES = {
    ".st-key-drawing": "Drawing, scrolls sideways",
    "[data-testid=stTable], [data-testid=stTable] > div": "Table, scrolls sideways",
    ".slide-frame": "Picture, scrolls sideways",
}
_CLOSER, _WIDER = "[class*='-closer'] button:enabled", "[class*='-wider'] button:enabled"
_ZOOM = {"+": _CLOSER, "=": _CLOSER, "-": _WIDER, "_": _WIDER}  # with and without Shift
# Constants of the script, not data of the component: Streamlit would look whether they are tables,
# and load pandas to do so before the first page.
_CONSTANTS = f"const FRAMES = {json.dumps(_FRAMES)}, ZOOM = {json.dumps(_ZOOM)};"
_ease = st.components.v2.component("ease", js=_CONSTANTS + _EASE)
_copy = st.components.v2.component("copy", html=_COPY_HTML, css=_COPY_CSS, js=_COPY)


def ease() -> None:
    """Let links below an element of class `inside` lead on without a new start of the explorer,
    Enter take over a typed date, and the keyboard scroll what is wide and zoom the years."""
    _ease(key="ease")


def copy_button(query: str) -> None:
    """A button that copies the address of this page with `query`."""
    _copy(key="copy-link", data={"query": query}, width="content")
