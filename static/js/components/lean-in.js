// Deep zoom over a picture of the page: the viewer is fetched when the visitor presses.
import { boxOf, seen, zoom, zoomWindow } from "../zoom/viewer.js";

const CLOSER = 1.6;

export function mount(element) {
  const status = element.querySelector("[data-says]");
  const { on, sentence } = zoomWindow(element, {
    opened: (viewer) => {
      if (element.dataset.view) {
        const [x, y, width, height, turned = 0] = element.dataset.view.split(",").map(Number);
        viewer.viewport.setRotation(turned, true);
        viewer.viewport.fitBounds(boxOf(viewer, [x, y, width, height]), true);
      }
    },
    entered: (viewer) => viewer.canvas.focus({ preventScroll: true }),
  });

  // The words belong to the view that was shared: they go with the next move.
  for (const [kind, where] of [["click", "[data-act]:not([data-act=share])"], ["pointerdown", "[data-window]"], ["keydown", "[data-window]"]]) {
    element.addEventListener(kind, (event) => event.target.closest(where) && (status.textContent = ""), true);
  }

  async function share(viewer) {
    const address = new URL(location.href);
    const turned = ((viewer.viewport.getRotation() % 360) + 360) % 360;
    const region = [...seen(viewer), ...(turned ? [turned] : [])].join(",");
    address.searchParams.set("view", `${element.dataset.image},${region}`);
    address.hash = element.id;
    element.dataset.view = region;
    try {
      await navigator.clipboard.writeText(address.href);
      status.textContent = sentence("copied");
    } catch {
      status.textContent = `${sentence("address")} ${address.href}`;
    }
  }

  on("closer", (viewer) => zoom(viewer, CLOSER));
  on("farther", (viewer) => zoom(viewer, 1 / CLOSER));
  on("turn", (viewer) => viewer.viewport.rotateBy(90));
  on("share", share);
}
