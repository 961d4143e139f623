// Deep zoom over a picture of the page: OpenSeadragon, fetched when the visitor presses. The buttons stand outside it.
const CLOSER = 1.6;

let engine = null;

/** The library is a plain script; it is fetched once for all pictures of a page. */
function fetchEngine(address) {
  engine ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(window.OpenSeadragon));
    script.addEventListener("error", () => {
      engine = null;
      script.remove();
      reject(new TypeError("the viewer could not be fetched"));
    });
    document.head.append(script);
  });
  return engine;
}

const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

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
      const OpenSeadragon = await fetchEngine(element.dataset.engine);
      view.hidden = false;
      press.hidden = true;
      viewer = OpenSeadragon({
        element: view.querySelector("[data-window]"),
        tileSources: element.dataset.service,
        showNavigationControl: false,
        drawer: "canvas",
        animationTime: still() ? 0 : 0.8,
        maxZoomPixelRatio: 3,
        visibilityRatio: 0.6,
        gestureSettingsMouse: { scrollToZoom: false },
        gestureSettingsTouch: { pinchRotate: false },
      });
      element.viewer = viewer;
      viewer.addHandler("open", () => show(element.dataset.view));
      viewer.addHandler("open-failed", () => close("failed"));
      viewer.addHandler("animation-finish", () => status.textContent && (status.textContent = ""));
      viewer.canvas.setAttribute("aria-label", view.getAttribute("aria-label"));
      viewer.canvas.focus({ preventScroll: true });
    } catch {
      close("failed");
    } finally {
      press.removeAttribute("aria-busy");
    }
  }

  /** Go to a region in percent of the picture. */
  function show(region) {
    if (region) {
      const [x, y, width, height] = region.split(",").map(Number);
      const picture = viewer.world.getItemAt(0);
      const size = picture.getContentSize();
      const box = picture.imageToViewportRectangle((x / 100) * size.x, (y / 100) * size.y, (width / 100) * size.x, (height / 100) * size.y);
      viewer.viewport.fitBounds(box, true);
    }
  }

  /** What is seen, in percent of the picture. */
  function seen() {
    const picture = viewer.world.getItemAt(0);
    const size = picture.getContentSize();
    const box = picture.viewportToImageRectangle(viewer.viewport.getBounds(true));
    const [left, top] = [Math.max(box.x, 0), Math.max(box.y, 0)];
    const [right, bottom] = [Math.min(box.x + box.width, size.x), Math.min(box.y + box.height, size.y)];
    const part = (value, whole) => Number(((100 * value) / whole).toFixed(2));
    return [part(left, size.x), part(top, size.y), part(right - left, size.x), part(bottom - top, size.y)];
  }

  async function share() {
    const address = new URL(location.href);
    address.searchParams.set("view", [element.dataset.image, ...seen()].join(","));
    address.hash = element.id;
    element.dataset.view = seen().join(",");
    try {
      await navigator.clipboard.writeText(address.href);
      status.textContent = sentence("copied");
    } catch {
      status.textContent = `${sentence("address")} ${address.href}`;
    }
  }

  function zoom(factor) {
    viewer.viewport.zoomBy(factor);
    viewer.viewport.applyConstraints();
  }

  function fill(on) {
    view.toggleAttribute("data-filled", on);
    document.documentElement.toggleAttribute("data-filled", on);
    act("fill").setAttribute("aria-pressed", String(on));
  }

  function close(kind = "") {
    fill(false);
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
  act("closer").addEventListener("click", () => zoom(CLOSER));
  act("farther").addEventListener("click", () => zoom(1 / CLOSER));
  act("whole").addEventListener("click", () => viewer.viewport.goHome());
  act("turn").addEventListener("click", () => viewer.viewport.rotateBy(90));
  act("fill").addEventListener("click", () => fill(!view.hasAttribute("data-filled")));
  act("share").addEventListener("click", share);
  view.querySelector("[data-leave]").addEventListener("click", () => close());
  view.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      if (view.hasAttribute("data-filled")) {
        fill(false);
        act("fill").focus();
      } else {
        close();
      }
    }
  });
  // The wheel alone scrolls the page; with Ctrl, or where the picture fills the window, it leans in.
  view.querySelector("[data-window]").addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey || view.hasAttribute("data-filled")) {
        event.preventDefault();
        zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
      }
    },
    { passive: false },
  );
}
