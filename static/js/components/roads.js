// A map of roads: what a line is called while one points at it, roads that run once when asked to, and one stop of the
// Tab key for the whole map where it has many. It reads the list beside it, whose rows name the links of the map.
const ROVES_FROM = 30;
const YEAR_MS = 120;
const RUN_MS = 2500;

/** The row of the list that names a link of the map. */
export function rowOf(link) {
  return document.getElementById(link.getAttribute("aria-labelledby"))?.closest("li, tr");
}

export function mount(map) {
  const svg = map.querySelector("svg");
  const says = map.querySelector("[data-says]");
  const button = map.querySelector("[data-act=play]");
  const links = [...svg.querySelectorAll("a")];
  let clock;
  let lit;

  function light(event) {
    const link = event.target.closest("a");
    const row = link && rowOf(link);
    lit?.classList.remove("roads__row--lit");
    lit = row;
    row?.classList.add("roads__row--lit");
    if (says) {
      says.textContent = row ? document.getElementById(link.getAttribute("aria-labelledby")).textContent.replace(/\s+/g, " ").trim() : "";
    }
  }
  for (const kind of ["pointerover", "focusin"]) {
    svg.addEventListener(kind, light);
  }
  if (links.length > ROVES_FROM) {
    rove(svg, links);
  }

  function turn(on) {
    button.dataset.play ??= button.textContent;
    button.textContent = on ? button.dataset.pause : button.dataset.play;
    button.setAttribute("aria-pressed", String(on));
  }

  function stop() {
    clearInterval(clock);
    clock = undefined;
    if (button) {
      turn(false);
    }
  }

  let year;
  function play() {
    const dated = [...svg.querySelectorAll(".arc")].map((arc) => {
      const { first, last } = rowOf(arc)?.dataset ?? {};
      return [arc, Number(first ?? last ?? 0)];
    });
    const years = dated.map(([, from]) => from).filter(Boolean);
    const until = Math.max(...years);
    year ??= Math.min(...years);
    map.toggleAttribute("data-playing", true);
    turn(true);
    clock = setInterval(() => {
      says.textContent = year;
      for (const [arc, from] of dated) {
        arc.toggleAttribute("data-run", from <= year);
      }
      year += 1;
      if (year > until) {
        stop();
        year = undefined;
        setTimeout(() => clock || map.removeAttribute("data-playing"), RUN_MS);
      }
    }, YEAR_MS);
  }
  button?.addEventListener("click", () => (clock ? stop() : play()));
  return { stop };
}

/** One stop of the Tab key for all links of the map; arrow keys, Home and End go from one to the next. */
function rove(svg, links) {
  links.forEach((link, k) => link.setAttribute("tabindex", k ? "-1" : "0"));
  svg.addEventListener("keydown", (event) => {
    const at = links.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined || !links[to]) {
      return;
    }
    event.preventDefault();
    links[at].setAttribute("tabindex", "-1");
    links[to].setAttribute("tabindex", "0");
    links[to].focus();
  });
}
