/* An object at a curator's desk: turned here, its views are taken as they are seen, and its five pictures are taken by
   themselves when it has none. Without it the numbers of a view are typed. */

const TURNS = { poster: 24, front: 0, right: 90, back: 180, left: 270 };
const PICTURE = 900;
const GROUND = "#e9e1d3";

const desk = document.querySelector("[data-museum-object]");

if (desk?.dataset.model && desk.closest("form")) {
  start(desk, desk.closest("form"));
}

async function start(words, form) {
  const says = words.querySelector("[data-says]");
  const host = words.querySelector("[data-window]");
  const say = (name) => (says.textContent = name ? words.dataset[name] : "");
  let table = null;
  let last = "";
  try {
    const { fetchThing, Turntable } = await import("../object/turntable.js");
    host.hidden = false;
    host.tabIndex = 0;
    table = new Turntable(host, await fetchThing(words.dataset.model), { label: words.dataset.label, ground: GROUND });
  } catch {
    host.hidden = true;
    say("failed");
    return;
  }
  desk.table = table;
  words.querySelector("[data-buttons]").hidden = false;
  words.querySelector("[data-take-view]").addEventListener("click", takeView);
  words.querySelector("[data-take-pictures]").addEventListener("click", takePictures);
  if (words.dataset.bare !== undefined) {
    takePictures();
  }

  const prefixes = () =>
    [...form.elements]
      .map((field) => /^(views-\d+)-value-turn$/.exec(field.name ?? "")?.[1])
      .filter((prefix) => prefix && form.elements[`${prefix}-deleted`]?.value !== "1");

  function write(prefix) {
    const { turn, rise, near } = table.at;
    const values = { turn: Math.round(((((turn + 180) % 360) + 360) % 360) - 180), rise: Math.round(rise), near: Math.round(near * 100) / 100 };
    for (const [name, value] of Object.entries(values)) {
      const input = form.elements[`${prefix}-value-${name}`];
      input.value = String(value);
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    say("taken");
  }

  /** Into the view last worked on, else into a new one. */
  function takeView() {
    const known = prefixes();
    if (known.includes(last)) {
      write(last);
      return;
    }
    const buttons = form.elements["views-count"].closest("[data-contentpath], .w-panel, section").querySelectorAll("button.c-sf-add-button");
    buttons[buttons.length - 1]?.click();
    const wait = setInterval(() => {
      const added = prefixes().find((prefix) => !known.includes(prefix));
      if (added) {
        clearInterval(wait);
        write(added);
        form.elements[`${added}-value-title_${document.documentElement.lang.slice(0, 2)}`]?.focus();
      }
    }, 50);
    setTimeout(() => clearInterval(wait), 3000);
  }

  form.addEventListener("focusin", (event) => {
    const found = /^(views-\d+)-value-(turn|rise|near|title|text)/.exec(event.target.name ?? "");
    if (found && found[1] !== last) {
      last = found[1];
      const [turn, rise, near] = ["turn", "rise", "near"].map((name) => Number(form.elements[`${last}-value-${name}`].value));
      table.go([turn || 0, rise || 0, near || 1]);
    }
  });

  /** The five pictures as a visitor's browser would draw them, sent to be kept. */
  async function takePictures() {
    say("taking");
    const before = { ...table.at };
    const { renderer, canvas, camera } = table.stage;
    const data = new FormData();
    renderer.setPixelRatio(1);
    renderer.setSize(PICTURE, PICTURE, false);
    camera.aspect = 1;
    camera.updateProjectionMatrix();
    // What lies flat is seen from above.
    const flat = table.size.y < 0.4 * Math.max(table.size.x, table.size.z);
    for (const [side, turn] of Object.entries(TURNS)) {
      table.place([turn, flat ? 48 : side === "poster" ? 16 : 8, 1]);
      table.stage.render();
      // The picture is read in the same breath: the next frame would clear it.
      data.append(side, await new Promise((resolve) => canvas.toBlob(resolve, "image/webp", 0.9)), `${side}.webp`);
    }
    Object.assign(table.at, before);
    table.stage.fit();
    try {
      const answer = await fetch(words.dataset.pictures, { method: "POST", body: data, headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value } });
      const found = await answer.json();
      if (!answer.ok) {
        throw new TypeError(found.error);
      }
      for (const [side, address] of Object.entries(found)) {
        words.querySelector(`[data-side="${side}"]`).src = address;
      }
      words.querySelector("[data-sides]").hidden = false;
      say("pictured");
    } catch {
      say("unsent");
    }
  }
}
