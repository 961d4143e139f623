// OpenSeadragon over an image of the museum's image service; its buttons stand outside it. Regions are in percent of the image.
let engine = null;

export const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

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

/**
 * A viewer in `host`, an element that is in sight.
 *
 * options: engine and service (addresses), label (in the visitor's language), opened (called when the image is there),
 * failed (called when it cannot be opened), filled (whether the wheel alone leans in). Rejects where the library cannot
 * be fetched.
 */
export async function openViewer(host, { engine: address, service, label, opened, failed, filled }) {
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

/** What is seen of the image. */
export function seen(viewer) {
  const picture = viewer.world.getItemAt(0);
  const size = picture.getContentSize();
  const box = picture.viewportToImageRectangle(viewer.viewport.getBounds(true));
  const [left, top] = [Math.max(box.x, 0), Math.max(box.y, 0)];
  const [right, bottom] = [Math.min(box.x + box.width, size.x), Math.min(box.y + box.height, size.y)];
  const part = (value, whole) => Number(((100 * value) / whole).toFixed(2));
  return [part(left, size.x), part(top, size.y), part(right - left, size.x), part(bottom - top, size.y)];
}

/** Let a view fill the window, or give the page back; `button` says which. */
export function fill(view, button, on) {
  view.toggleAttribute("data-filled", on);
  document.documentElement.toggleAttribute("data-filled", on);
  button.setAttribute("aria-pressed", String(on));
}
