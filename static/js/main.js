// Mounts components/<name>.js on every element with data-component="<name>". Pages read whole without it.
const components = {
  compare: () => import("./components/compare.js"),
  copy: () => import("./components/copy.js"),
  journey: () => import("./components/journey.js"),
  keep: () => import("./components/keep.js"),
  kept: () => import("./components/kept.js"),
  "lean-in": () => import("./components/lean-in.js"),
  look: () => import("./components/look.js"),
  listen: () => import("./components/listen.js"),
  mode: () => import("./components/mode.js"),
  roads: () => import("./components/roads.js"),
  routes: () => import("./components/routes.js"),
  room: () => import("./components/room.js"),
  object: () => import("./components/object.js"),
  panorama: () => import("./components/panorama.js"),
  picture: () => import("./components/picture.js"),
  projector: () => import("./components/projector.js"),
  recording: () => import("./components/recording.js"),
  share: () => import("./components/share.js"),
  suggest: () => import("./components/suggest.js"),
  theme: () => import("./components/theme.js"),
};

// In low-data mode nothing is fetched that the page does not need: what stands in the HTML stays as it is.
const root = document.documentElement;
const essential = ["copy", "keep", "kept", "mode", "picture", "share"];
const mounted = (name) => !root.hasAttribute("data-low") || essential.includes(name);

root.classList.toggle("scripted", !root.hasAttribute("data-low"));

const mounting = [...document.querySelectorAll("[data-component]")].map(async (element) => {
  const load = components[element.dataset.component];
  if (load && mounted(element.dataset.component)) {
    // A script that cannot be had (no network) leaves the page as it stands.
    const component = await load().catch(() => undefined);
    component?.mount(element);
  }
});
Promise.all(mounting).finally(() => root.classList.add("mounted"));

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
