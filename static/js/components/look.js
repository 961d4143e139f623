// A guided look: the steps of the list beside the picture, which goes to the region of each. The list stays below.
import { boxOf, still, zoomWindow } from "../zoom/viewer.js";

const AIR = 0.06;

export function mount(element) {
  const words = element.querySelector("[data-words]");
  const count = element.querySelector("[data-count]");
  const steps = [...element.querySelectorAll("[data-region]")];
  let frame = null;
  let current = 0;

  const { act, on } = zoomWindow(element, {
    opened: (viewer) => show(viewer, Math.max(steps.findIndex((step) => `#${step.id}` === location.hash), 0), true),
    entered: () => {
      element.querySelector("[data-view-here]").scrollIntoView({ block: "start", behavior: "instant" });
      act("next").focus({ preventScroll: true });
    },
    left: () => (frame = null),
  });

  /** Step `number`: its region framed in sight, its words beside it. */
  function show(viewer, number, atOnce = false) {
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

  function go(viewer, by) {
    show(viewer, current + by);
    // A button that has come to its end gives the focus to the other one.
    if (document.activeElement === document.body || document.activeElement?.disabled) {
      act(by > 0 ? "previous" : "next").focus({ preventScroll: true });
    }
  }

  on("previous", (viewer) => go(viewer, -1));
  on("next", (viewer) => go(viewer, 1));
}
