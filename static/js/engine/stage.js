// One canvas, one WebGL context, and a frame only when something has changed. Rooms, objects and panoramas stand on it.
import { PerspectiveCamera, Scene, SRGBColorSpace, WebGLRenderer } from "../../vendor/three/three.js";

const SHARPEST = 1.5;
const SLOW_FRAME_MS = 40;
const SHARPNESS = [1.5, 1, 0.75];

export const still = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

const eased = (t) => (t < 0.5 ? 2 * t * t : 1 - (2 - 2 * t) ** 2 / 2);

export class Stage {
  /**
   * A stage inside `host` (an element with a size of its own).
   *
   * options: label (what the canvas shows, in the visitor's language), fov (degrees, at most 75), near, far (metres),
   * lost (called once when the context is lost). Throws where the browser gives no WebGL 2 context.
   */
  constructor(host, { label, fov = 60, near = 0.05, far = 120, lost = () => {} }) {
    this.host = host;
    this.canvas = document.createElement("canvas");
    this.canvas.className = "stage__canvas";
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", label);
    this.renderer = new WebGLRenderer({ canvas: this.canvas, antialias: true, powerPreference: "low-power" });
    this.renderer.outputColorSpace = SRGBColorSpace;
    this.scene = new Scene();
    this.camera = new PerspectiveCamera(Math.min(fov, 75), 1, near, far);
    this.frames = 0;
    this.level = SHARPNESS.findIndex((ratio) => ratio <= Math.max(window.devicePixelRatio, 0.75));
    this.level = Math.max(this.level, 0);
    this.asked = 0;
    this.movement = null;
    this.before = () => {};
    this.closed = false;
    this.canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault();
      if (!this.closed) {
        lost();
      }
    });
    host.prepend(this.canvas);
    this.resized = () => {};
    this.observer = new ResizeObserver(() => {
      this.fit();
      this.resized();
    });
    this.observer.observe(host);
    this.fit();
  }

  /** Take the host's size. */
  fit() {
    const width = Math.max(this.host.clientWidth, 1);
    const height = Math.max(this.host.clientHeight, 1);
    this.renderer.setPixelRatio(Math.min(SHARPNESS[this.level], SHARPEST));
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    this.draw();
  }

  /** Ask for one frame. */
  draw() {
    if (!this.asked && !this.closed && !this.renderer.xr.isPresenting) {
      this.asked = requestAnimationFrame((now) => this.frame(now));
    }
  }

  frame(now) {
    this.asked = 0;
    const movement = this.movement;
    if (movement && !movement(now)) {
      this.movement = null;
    }
    this.render();
    if (this.movement) {
      this.watchSpeed(now);
      this.draw();
    } else {
      this.last = 0;
    }
  }

  render() {
    this.before();
    this.renderer.render(this.scene, this.camera);
    this.frames += 1;
  }

  /** Fewer pixels on a machine that cannot keep up. */
  watchSpeed(now) {
    if (this.last) {
      this.pace = 0.9 * (this.pace ?? 16) + 0.1 * (now - this.last);
      if (this.pace > SLOW_FRAME_MS && this.level < SHARPNESS.length - 1) {
        this.level += 1;
        this.pace = 16;
        this.fit();
      }
    }
    this.last = now;
  }

  /**
   * Move something from 0 to 1 within `duration` milliseconds; with reduced motion at once. Resolves when it is there,
   * or when another movement takes its place.
   */
  move(duration, step) {
    this.settle?.();
    return new Promise((resolve) => {
      this.settle = resolve;
      if (still() || duration <= 0) {
        this.movement = null;
        step(1);
        this.draw();
        resolve();
        return;
      }
      let start = 0;
      this.movement = (now) => {
        start ||= now;
        const part = Math.min((now - start) / duration, 1);
        step(eased(part));
        if (part === 1) {
          resolve();
        }
        return part < 1;
      };
      this.draw();
    });
  }

  /** Draw on while `step(seconds since the last frame)` answers true: keys held down, a telephone turned. */
  follow(step) {
    this.settle?.();
    let last = 0;
    this.movement = (now) => {
      const seconds = last ? Math.min((now - last) / 1000, 0.1) : 0;
      last = now;
      return step(seconds);
    };
    this.draw();
  }

  /** What the renderer holds and did in the last frame, for tests and for the crash report of a developer. */
  get counts() {
    const { render, memory } = this.renderer.info;
    return { ...memory, calls: render.calls, triangles: render.triangles, frames: this.frames };
  }

  /** Give everything back: textures, geometries, the context, the canvas. */
  close() {
    this.closed = true;
    cancelAnimationFrame(this.asked);
    this.asked = 0;
    this.movement = null;
    this.settle?.();
    this.observer.disconnect();
    discard(this.scene);
    this.scene.clear();
    this.renderer.dispose();
    this.renderer.forceContextLoss();
    this.canvas.remove();
  }
}

/** Free the textures and geometries of a thing and of all that hangs on it. */
export function discard(thing) {
  thing.traverse((part) => {
    part.geometry?.dispose();
    for (const material of [part.material ?? []].flat()) {
      for (const value of Object.values(material)) {
        if (value?.isTexture) {
          value.dispose();
          value.image?.close?.();
        }
      }
      material.dispose();
    }
    if (part.isInstancedMesh) {
      part.dispose();
    }
  });
}
