// OpenSeadragon over an image of the museum's image service; its buttons stand outside it. Regions are in percent of the image.
let engine = null;

export const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The library is a plain script; it is fetched once for all pictures of a page. */
function fetchEngine(address) {
  engine ??= new Promise((resolve, reject) => {
    // The library looks for a style element of its own and else writes one, which the museum's policy forbids: this one is a
    // name and no style (it has no namespace); the rule stands in the style sheet.
    const rule = document.createElementNS(null, "style");
    rule.setAttribute("data-openseadragon-mobile-css", "true");
    document.head.append(rule);
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

/**
 * A viewer in `host`, an element that is in sight.
 *
 * options: engine and service (addresses), label (in the visitor's language), opened (called when the image is there),
 * failed (called when it cannot be opened), filled (whether the wheel alone leans in). Rejects where the library cannot
 * be fetched.
 */
async function openViewer(host, { engine: address, service, label, opened, failed, filled }) {
  const OpenSeadragon = await fetchEngine(address);
  const viewer = OpenSeadragon({
    element: host,
    tileSources: service,
    showNavigationControl: false,
    drawer: "canvas",
    animationTime: still() ? 0 : 0.8,
    maxZoomPixelRatio: 3,
    visibilityRatio: 0.6,
    gestureSettingsMouse: { scrollToZoom: false },
    gestureSettingsTouch: { pinchRotate: false },
  });
  viewer.addHandler("open", opened);
  viewer.addHandler("open-failed", failed);
  viewer.canvas.setAttribute("role", "group");
  viewer.canvas.setAttribute("aria-label", label);
  const wheel = new AbortController();
  viewer.addHandler("destroy", () => wheel.abort());
  // The wheel alone scrolls the page; with Ctrl, or where the picture fills the window, it leans in.
  host.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey || filled()) {
        event.preventDefault();
        zoom(viewer, event.deltaY < 0 ? 1.2 : 1 / 1.2);
      }
    },
    { passive: false, signal: wheel.signal },
  );
  return viewer;
}

export function zoom(viewer, factor) {
  viewer.viewport.zoomBy(factor);
  viewer.viewport.applyConstraints();
}

/** The rectangle of a region in the viewer's own measure. */
export function boxOf(viewer, [x, y, width, height]) {
  const picture = viewer.world.getItemAt(0);
  const size = picture.getContentSize();
  return picture.imageToViewportRectangle((x / 100) * size.x, (y / 100) * size.y, (width / 100) * size.x, (height / 100) * size.y);
}

/** What is seen of the image, as it lies unturned; while the view moves, what it moves to. */
export function seen(viewer) {
  const picture = viewer.world.getItemAt(0);
  const size = picture.getContentSize();
  const box = picture.viewportToImageRectangle(viewer.viewport.getBounds().getBoundingBox());
  const [left, top] = [Math.max(box.x, 0), Math.max(box.y, 0)];
  const [right, bottom] = [Math.min(box.x + box.width, size.x), Math.min(box.y + box.height, size.y)];
  const part = (value, whole) => Number(((100 * value) / whole).toFixed(2));
  return [part(left, size.x), part(top, size.y), part(right - left, size.x), part(bottom - top, size.y)];
}

/**
 * The window over a picture of the page: `[data-enter]` opens it, `[data-leave]` closes it, `[data-act=fill]` lets it fill
 * the screen, or the browser's window where a telephone keeps the screen to itself; Escape does the innermost of these. Where it cannot be opened, `[data-plain]` says the sentence "failed".
 *
 * `element` names engine and service in its data; opened(viewer) is called when the image is there, entered(viewer, act) when
 * the window is open, left() when it has closed. Answers { act, sentence, on }: a button by its name, a sentence by its
 * name, and on(name, listener) for a button that wants the viewer.
 */
export function zoomWindow(element, { opened = () => {}, entered, left = () => {} }) {
  const press = element.querySelector("[data-enter]");
  const plain = element.querySelector("[data-plain]");
  const view = element.querySelector("[data-view-here]");
  const act = (name) => view.querySelector(`[data-act="${name}"]`);
  const sentence = (kind) => element.querySelector(`template[data-sentence="${kind}"], template[data-say="${kind}"]`).content.textContent.trim();
  const isFilled = () => view.hasAttribute("data-filled");
  let viewer = null;

  async function open() {
    plain.hidden = true;
    press.setAttribute("aria-busy", "true");
    try {
      view.hidden = false;
      viewer = element.viewer = await openViewer(view.querySelector("[data-window]"), {
        engine: element.dataset.engine,
        service: element.dataset.service,
        label: view.getAttribute("aria-label"),
        opened: () => opened(viewer),
        failed: () => close("failed"),
        filled: isFilled,
      });
      press.hidden = true;
      entered(viewer, act);
    } catch {
      close("failed");
    } finally {
      press.removeAttribute("aria-busy");
    }
  }

  function fill(on) {
    view.toggleAttribute("data-filled", on);
    document.documentElement.toggleAttribute("data-filled", on);
    act("fill").setAttribute("aria-pressed", String(on));
    if (on) {
      view.requestFullscreen?.().catch(() => {});
    } else if (document.fullscreenElement === view) {
      document.exitFullscreen().catch(() => {});
    }
  }

  function close(kind = "") {
    fill(false);
    viewer?.destroy();
    viewer = element.viewer = null;
    left();
    view.hidden = true;
    press.hidden = false;
    plain.hidden = !kind;
    plain.textContent = kind ? sentence(kind) : "";
    press.focus();
  }

  press.hidden = false;
  press.addEventListener("click", open);
  act("whole").addEventListener("click", () => viewer.viewport.goHome());
  act("fill").addEventListener("click", () => fill(!isFilled()));
  view.querySelector("[data-leave]").addEventListener("click", () => close());
  // A browser takes the Escape that ends its full screen for itself.
  view.addEventListener("fullscreenchange", () => !document.fullscreenElement && isFilled() && fill(false));
  view.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      if (isFilled()) {
        fill(false);
        act("fill").focus();
      } else {
        close();
      }
    }
  });
  return { act, sentence, on: (name, listener) => act(name).addEventListener("click", () => listener(viewer)) };
}
