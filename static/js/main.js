// Mounts components/<name>.js on every element with data-component="<name>". Pages read whole without it.
const components = {
  compare: () => import("./components/compare.js"),
  copy: () => import("./components/copy.js"),
  "lean-in": () => import("./components/lean-in.js"),
  look: () => import("./components/look.js"),
  listen: () => import("./components/listen.js"),
  room: () => import("./components/room.js"),
  object: () => import("./components/object.js"),
  panorama: () => import("./components/panorama.js"),
  projector: () => import("./components/projector.js"),
  recording: () => import("./components/recording.js"),
  share: () => import("./components/share.js"),
  theme: () => import("./components/theme.js"),
};

document.documentElement.classList.add("scripted");

for (const element of document.querySelectorAll("[data-component]")) {
  const load = components[element.dataset.component];
  if (load) {
    load().then((component) => component.mount(element));
  }
}

// A menu that was opened closes with Escape, and when attention moves elsewhere.
for (const menu of document.querySelectorAll("details.languages")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  });
}
