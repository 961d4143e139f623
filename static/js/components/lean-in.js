// Deep zoom over a picture of the page: the viewer is fetched when the visitor presses.
import { boxOf, seen, zoom, zoomWindow } from "../zoom/viewer.js";

const CLOSER = 1.6;

export function mount(element) {
  const status = element.querySelector("[data-says]");
  const { on, sentence } = zoomWindow(element, {
    opened: (viewer) => element.dataset.view && viewer.viewport.fitBounds(boxOf(viewer, element.dataset.view.split(",").map(Number)), true),
    entered: (viewer) => {
      viewer.addHandler("animation-finish", () => status.textContent && (status.textContent = ""));
      viewer.canvas.focus({ preventScroll: true });
    },
  });

  async function share(viewer) {
    const address = new URL(location.href);
    const region = seen(viewer).join(",");
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
