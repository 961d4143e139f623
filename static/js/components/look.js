// A guided look: the steps of the list beside the picture, which goes to the region of each. The list stays below.
import { boxOf, fill, openViewer, still } from "../zoom/viewer.js";

const AIR = 0.06;

export function mount(element) {
  const press = element.querySelector("[data-enter]");
  const plain = element.querySelector("[data-plain]");
  const view = element.querySelector("[data-view-here]");
  const words = element.querySelector("[data-words]");
  const count = element.querySelector("[data-count]");
  const steps = [...element.querySelectorAll("[data-region]")];
  const act = (name) => view.querySelector(`[data-act="${name}"]`);
  let viewer = null;
  let frame = null;
  let current = 0;

  async function open() {
    plain.hidden = true;
    press.setAttribute("aria-busy", "true");
    try {
      view.hidden = false;
      viewer = await openViewer(view.querySelector("[data-window]"), {
        engine: element.dataset.engine,
        service: element.dataset.service,
        label: view.getAttribute("aria-label"),
        opened: () => show(Math.max(steps.findIndex((step) => `#${step.id}` === location.hash), 0), true),
        failed: () => close("failed"),
        filled: () => view.hasAttribute("data-filled"),
      });
      element.viewer = viewer;
      press.hidden = true;
      view.scrollIntoView({ block: "start", behavior: "instant" });
      act("next").focus({ preventScroll: true });
    } catch {
      close("failed");
    } finally {
      press.removeAttribute("aria-busy");
    }
  }

  /** Step `number`: its region framed in sight, its words beside it. */
  function show(number, atOnce = false) {
    current = Math.min(Math.max(number, 0), steps.length - 1);
    const step = steps[current];
    const box = boxOf(viewer, step.dataset.region.split(",").map(Number));
    if (frame) {
      viewer.removeOverlay(frame);
    }
    frame = document.createElement("div");
    frame.className = "look__frame";
    viewer.addOverlay({ element: frame, location: box });
    const [wide, high] = [box.width * AIR, box.height * AIR];
    const around = box.clone();
    around.x -= wide;
    around.y -= high;
    around.width += 2 * wide;
    around.height += 2 * high;
    viewer.viewport.fitBounds(around, atOnce || still());
    count.textContent = `${current + 1} / ${steps.length}`;
    words.replaceChildren(...[...step.querySelectorAll("[data-said]")].map((said) => said.cloneNode(true)));
    act("previous").disabled = current === 0;
    act("next").disabled = current === steps.length - 1;
    history.replaceState(null, "", `#${step.id}`);
  }

  function go(by) {
    show(current + by);
    // A button that has come to its end gives the focus to the other one.
    if (document.activeElement === document.body || document.activeElement?.disabled) {
      act(by > 0 ? "previous" : "next").focus({ preventScroll: true });
    }
  }

  function close(kind = "") {
    fill(view, act("fill"), false);
    viewer?.destroy();
    viewer = element.viewer = frame = null;
    view.hidden = true;
    press.hidden = false;
    plain.hidden = !kind;
    plain.textContent = kind ? element.querySelector(`template[data-sentence="${kind}"]`).content.textContent.trim() : "";
    press.focus();
  }

  press.hidden = false;
  press.addEventListener("click", open);
  act("previous").addEventListener("click", () => go(-1));
  act("next").addEventListener("click", () => go(1));
  act("whole").addEventListener("click", () => viewer.viewport.goHome());
  act("fill").addEventListener("click", () => fill(view, act("fill"), !view.hasAttribute("data-filled")));
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
