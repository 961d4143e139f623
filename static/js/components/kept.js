// The list of what this device keeps, with sizes, each with a button that deletes it.
import { keptHere, plainText, size, speaker, tell } from "./kept-here.js";

export async function mount(place) {
  const part = (name) => place.querySelector(`[data-${name}]`);
  const say = speaker(place);
  const sum = part("sum");
  const inAll = sum.textContent;

  async function show() {
    const kept = await keptHere();
    part("list").replaceChildren(...kept.map(item));
    part("empty").hidden = kept.length > 0;
    sum.hidden = kept.length === 0;
    sum.textContent = inAll.replace("{size}", size(kept.reduce((bytes, about) => bytes + about.bytes, 0), place.dataset));
  }

  function item(about) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = about.path;
    link.textContent = plainText(about.title);
    link.lang = about.language;
    link.dir = "auto";
    const weight = document.createElement("bdi");
    weight.textContent = size(about.bytes, place.dataset);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = place.dataset.delete;
    button.setAttribute("aria-label", `${place.dataset.delete} ${link.textContent}`);
    button.addEventListener("click", async () => {
      await caches.delete(about.name);
      await show();
      say("dropped");
    });
    row.append(link, weight, button);
    return row;
  }

  async function showGone() {
    const notes = (await caches.has("notes")) && (await caches.open("notes"));
    const entry = notes && (await notes.match("/kept-here/gone"));
    if (entry) {
      const titles = await entry.json();
      part("gone").hidden = titles.length === 0;
      part("gone").querySelector("ul").replaceChildren(
        ...titles.map((title) => Object.assign(document.createElement("li"), { textContent: plainText(title), dir: "auto" })),
      );
      await notes.delete("/kept-here/gone");
    }
  }

  try {
    await show();
    const registration = await navigator.serviceWorker.getRegistration("/");
    const ask = () =>
      registration && registration.active && tell(registration.active, { act: "check" }, () => show().then(showGone));
    window.addEventListener("online", ask);
    if (navigator.onLine) {
      ask();
    }
    await showGone();
  } catch {
    say("impossible");
  }
}
