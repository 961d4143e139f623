// Turning by pointer, by wheel and by keys: round a thing (an object) or on the spot (a panorama, a room).
import { still } from "./stage.js";

const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const DEGREES_A_PRESS = 15;

export const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/**
 * Listen on `canvas` and call `turn(right, up)` in degrees of what the pointer dragged or a key asked for, and
 * `zoom(factor)` for a pinch, the wheel with Ctrl (a wheel alone scrolls the page), and the keys + and -.
 *
 * options: perPixel() degrees a CSS pixel, keys (element whose arrow keys turn; none where absent), wheel ("always" where the
 * view fills the screen), tap(event) for a press without a drag. Answers a function that stops listening.
 */
export function turning(canvas, { turn, zoom = () => {}, perPixel = () => 0.2, keys = null, wheel = "ctrl", tap = () => {} }) {
  const held = new Map();
  let spread = 0;
  let moved = 0;
  const off = new AbortController();
  const on = (target, kind, listener, options = {}) =>
    target.addEventListener(kind, listener, { ...options, signal: off.signal });

  const distance = () => {
    const [a, b] = [...held.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };

  on(canvas, "pointerdown", (event) => {
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    canvas.setPointerCapture(event.pointerId);
    moved = held.size > 1 ? Infinity : 0;
    spread = held.size === 2 ? distance() : 0;
  });
  on(canvas, "pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    held.set(event.pointerId, now);
    if (held.size === 2) {
      const wide = distance();
      zoom(wide / (spread || wide));
      spread = wide;
      return;
    }
    const [right, down] = [now.x - before.x, now.y - before.y];
    moved += Math.abs(right) + Math.abs(down);
    turn(-right * perPixel(), down * perPixel());
  });
  const release = (event) => {
    if (held.delete(event.pointerId) && event.type === "pointerup" && moved < 6) {
      tap(event);
    }
  };
  on(canvas, "pointerup", release);
  on(canvas, "pointercancel", release);
  on(
    canvas,
    "wheel",
    (event) => {
      if (wheel === "always" || event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoom(Math.exp(-clamp(event.deltaY, -100, 100) / 300));
      }
    },
    { passive: false },
  );
  if (keys) {
    on(keys, "keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) {
        return;
      }
      if (KEYS[event.key]) {
        const [right, up] = KEYS[event.key];
        turn(right * DEGREES_A_PRESS, up * DEGREES_A_PRESS, still() ? 0 : 200);
      } else if (event.key === "+" || event.key === "=") {
        zoom(1.25);
      } else if (event.key === "-") {
        zoom(0.8);
      } else {
        return;
      }
      event.preventDefault();
    });
  }
  return () => off.abort();
}
