"use strict";
// Shows one frame at a time, with buttons. Plays by itself unless less motion is asked for.
(() => {
  const box = document.querySelector(".frames");
  const frames = [...box.querySelectorAll("figure")];
  const hold = Number(box.dataset.hold);
  let at = 0, timer = null;

  const controls = document.createElement("div");
  controls.className = "controls";
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    controls.append(made);
    return made;
  };
  const back = button("Previous", () => { stop(); show(at - 1); });
  const play = button("Play", () => (timer ? stop() : start()));
  const next = button("Next", () => { stop(); show(at + 1); });
  const place = document.createElement("output");
  controls.append(place);
  box.before(controls);
  box.classList.add("playing");

  function show(number) {
    at = Math.min(Math.max(number, 0), frames.length - 1);
    frames.forEach((frame, i) => frame.classList.toggle("shown", i === at));
    back.disabled = at === 0;
    next.disabled = at === frames.length - 1;
    place.textContent = `${at + 1} of ${frames.length}`;
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "Play";
  }
  function start() {
    if (at === frames.length - 1) show(0);
    play.textContent = "Pause";
    timer = setInterval(() => {
      show(at + 1);
      if (at === frames.length - 1) stop();
    }, hold);
  }
  show(0);
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) start();
})();
