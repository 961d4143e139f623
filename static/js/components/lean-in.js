// Deep zoom over a picture of the page: the viewer is fetched when the visitor presses.
import { boxOf, fill, openViewer, seen, zoom } from "../zoom/viewer.js";

const CLOSER = 1.6;

export function mount(element) {
  const press = element.querySelector("[data-enter]");
  const plain = element.querySelector("[data-plain]");
  const view = element.querySelector("[data-view-here]");
  const status = element.querySelector("[data-says]");
  const act = (name) => view.querySelector(`[data-act="${name}"]`);
  const sentence = (kind) => element.querySelector(`template[data-sentence="${kind}"], template[data-say="${kind}"]`).content.textContent.trim();
  let viewer = null;

  async function open() {
    plain.hidden = true;
    press.setAttribute("aria-busy", "true");
    try {
      view.hidden = false;
      viewer = await openViewer(view.querySelector("[data-window]"), {
        engine: element.dataset.engine,
        service: element.dataset.service,
        label: view.getAttribute("aria-label"),
        opened: () => element.dataset.view && viewer.viewport.fitBounds(boxOf(viewer, element.dataset.view.split(",").map(Number)), true),
        failed: () => close("failed"),
        filled: () => view.hasAttribute("data-filled"),
      });
      element.viewer = viewer;
      press.hidden = true;
      viewer.addHandler("animation-finish", () => status.textContent && (status.textContent = ""));
      viewer.canvas.focus({ preventScroll: true });
    } catch {
      close("failed");
    } finally {
      press.removeAttribute("aria-busy");
    }
  }

  async function share() {
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

  function close(kind = "") {
    fill(view, act("fill"), false);
    viewer?.destroy();
    viewer = element.viewer = null;
    view.hidden = true;
    press.hidden = false;
    plain.hidden = !kind;
    plain.textContent = kind ? sentence(kind) : "";
    press.focus();
  }

  press.hidden = false;
  press.addEventListener("click", open);
  act("closer").addEventListener("click", () => zoom(viewer, CLOSER));
  act("farther").addEventListener("click", () => zoom(viewer, 1 / CLOSER));
  act("whole").addEventListener("click", () => viewer.viewport.goHome());
  act("turn").addEventListener("click", () => viewer.viewport.rotateBy(90));
  act("fill").addEventListener("click", () => fill(view, act("fill"), !view.hasAttribute("data-filled")));
  act("share").addEventListener("click", share);
  view.querySelector("[data-leave]").addEventListener("click", () => close());
  view.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      if (view.hasAttribute("data-filled")) {
        fill(view, act("fill"), false);
        act("fill").focus();
      } else {
        close();
      }
    }
  });
}
