// One slide at a time for a wall: keys, buttons that hide when nothing moves, autoplay only when asked for.
const HIDE_AFTER_MS = 4000;

export function mount(element) {
  const slides = [...element.querySelectorAll(".slide")];
  const act = (name) => element.querySelector(`[data-act="${name}"]`);
  const status = element.querySelector("[data-says]");
  const seconds = element.querySelector("[data-seconds]");
  const towards = document.documentElement.dir === "rtl" ? { ArrowLeft: 1, ArrowRight: -1 } : { ArrowRight: 1, ArrowLeft: -1 };
  const loops = element.hasAttribute("data-loop");
  let current = 0;
  let clock = 0;
  let hiding = 0;
  let lock = null;

  function show(number, { address = true } = {}) {
    current = loops ? (number + slides.length) % slides.length : Math.min(Math.max(number, 0), slides.length - 1);
    slides.forEach((slide, k) => {
      slide.toggleAttribute("data-current", k === current);
      if (k !== current) {
        slide.querySelectorAll("audio, video").forEach((sound) => sound.pause());
      }
    });
    for (const picture of [slides[current], slides[current + 1]].flatMap((slide) => [...(slide?.querySelectorAll("img") ?? [])])) {
      picture.loading = "eager";
    }
    status.textContent = `\u2066${current + 1} / ${slides.length}\u2069. ${slides[current].querySelector("h1, h2, h3").textContent.trim()}`;
    act("previous").setAttribute("aria-disabled", String(!loops && current === 0));
    act("next").setAttribute("aria-disabled", String(!loops && current === slides.length - 1));
    if (address) {
      history.replaceState(null, "", `#${slides[current].id}`);
    }
    if (clock && !loops && current === slides.length - 1) {
      play(false);
    }
  }

  async function play(on) {
    clearInterval(clock);
    clock = on ? setInterval(() => show(current + 1), Number(seconds.value) * 1000) : 0;
    act("play").setAttribute("aria-pressed", String(on));
    try {
      if (on) {
        lock = await navigator.wakeLock?.request("screen");
      } else {
        lock?.release();
      }
    } catch {
      // A browser that lets the screen sleep still shows the slides.
    }
  }

  function wake() {
    element.removeAttribute("data-quiet");
    clearTimeout(hiding);
    hiding = setTimeout(() => element.contains(document.activeElement?.closest?.(".projector__bar")) || element.toggleAttribute("data-quiet", true), HIDE_AFTER_MS);
  }

  function fill() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      element.requestFullscreen?.().catch(() => {});
    }
  }

  const keys = {
    PageDown: () => show(current + 1),
    PageUp: () => show(current - 1),
    Home: () => show(0),
    End: () => show(slides.length - 1),
    " ": () => show(current + 1),
  };
  // Letters belong to the bar alone (WCAG 2.1.4): a voice that dictates, or a screen reader, types them elsewhere.
  const letters = { p: () => play(!clock), f: fill };

  document.addEventListener("keydown", (event) => {
    wake();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, audio, video, a, summary")) {
      return;
    }
    if (event.key === " " && event.target.closest("button")) {
      return;
    }
    const step = towards[event.key];
    const key = keys[event.key] ?? (event.target.closest(".projector__bar") && letters[event.key]);
    if (step || key) {
      event.preventDefault();
      if (step) {
        show(current + step);
      } else {
        key();
      }
    }
  });
  for (const kind of ["pointermove", "pointerdown", "focusin"]) {
    element.addEventListener(kind, wake);
  }
  act("previous").addEventListener("click", () => show(current - 1));
  act("next").addEventListener("click", () => show(current + 1));
  act("play").addEventListener("click", () => play(!clock));
  act("fill").addEventListener("click", fill);
  seconds.addEventListener("change", () => clock && play(true));
  window.addEventListener("hashchange", () => show(Math.max(slides.findIndex((slide) => `#${slide.id}` === location.hash), 0), { address: false }));

  element.toggleAttribute("data-on", true);
  show(Math.max(slides.findIndex((slide) => `#${slide.id}` === location.hash), 0), { address: false });
  wake();
}
