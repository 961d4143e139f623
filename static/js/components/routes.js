// The page of the map of roads: its form answers without a reload, and its years are also on a slider. The address stays
// the state, and what is shown is always what the server wrote.
import { mount as mountMap, rowOf } from "./roads.js";

export function mount(root) {
  const form = root.querySelector("form");
  const found = root.querySelector("[data-results]");
  const fields = form.querySelectorAll('input[name="years"]');
  const sliders = form.querySelectorAll("input[type=range]");
  let asking;
  let map;

  function address() {
    const asked = new URLSearchParams([...new FormData(form)].filter(([name, value]) => value && name !== "years" && !(name === "show" && value === "journeys")));
    const [first, last] = [...fields].map((field) => field.value);
    if (first || last) {
      asked.set("years", `${first}-${last}`);
    }
    const query = asked.toString();
    return form.getAttribute("action") + (query ? `?${query}` : "");
  }

  function read() {
    const figure = found.querySelector(".roads-map");
    map = figure && mountMap(figure);
  }

  async function ask(url) {
    asking?.abort();
    asking = new AbortController();
    found.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: asking.signal, credentials: "omit" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-results]");
      if (!answer.ok || !fresh) {
        throw new Error("no answer");
      }
      map?.stop();
      found.replaceChildren(...fresh.childNodes);
      history.pushState(null, "", url);
      found.removeAttribute("aria-busy");
      read();
    } catch (error) {
      if (error.name !== "AbortError") {
        location.assign(url);
      }
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(address());
  });
  form.addEventListener("change", () => ask(address()));
  window.addEventListener("popstate", () => location.reload());

  /** While the slider moves: what the years chosen will leave out is faint. */
  function dim(first, last) {
    for (const arc of found.querySelectorAll(".arc")) {
      const { first: start = 0, last: end = 9999 } = rowOf(arc)?.dataset ?? {};
      arc.toggleAttribute("data-out", Number(start) > last || Number(end) < first);
    }
  }

  // The slider is a second hand on the same two fields; neither end passes the other.
  sliders.forEach((slider, k) => {
    slider.addEventListener("input", () => {
      const other = sliders[1 - k];
      if (k === 0 ? Number(slider.value) > Number(other.value) : Number(slider.value) < Number(other.value)) {
        slider.value = other.value;
      }
      fields[k].value = slider.value;
      dim(Number(sliders[0].value), Number(sliders[1].value));
    });
    fields[k].addEventListener("input", () => {
      slider.value = fields[k].value || slider[k ? "max" : "min"];
    });
  });

  // A slider that was moved before its script was there has been moved all the same.
  for (const slider of sliders) {
    if (slider.value !== slider.defaultValue) {
      slider.dispatchEvent(new Event("input"));
    }
  }

  read();
}
