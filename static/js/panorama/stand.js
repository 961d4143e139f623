// A panorama from inside: the picture on a sphere, what is to be found as buttons over it, in the order of the page's list.
import { LinearFilter, Mesh, MeshBasicMaterial, SphereGeometry, SRGBColorSpace, Texture, Vector3 } from "../../vendor/three/three.js";
import { Stage } from "../engine/stage.js";
import { clamp, turning } from "../engine/turn.js";

const WIDEST = 75;
const NARROWEST = 28;
const RADIUS = 20;

const radians = (degrees) => (degrees * Math.PI) / 180;
const round = (degrees) => ((((degrees % 360) + 540) % 360) - 180);

/** Fetch the lighter picture of `element` and stand in it; the sharper follows. Answers a Place. */
export async function stand(element, { sorry, leave }) {
  const texture = await fetchTexture(element.dataset.small);
  const place = new Place(element, texture, sorry, leave);
  if (navigator.connection?.saveData !== true) {
    place.sharpen();
  }
  return place;
}

async function fetchTexture(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new TypeError("the picture could not be fetched");
  }
  const texture = new Texture(await createImageBitmap(await answer.blob(), { imageOrientation: "flipY" }));
  texture.flipY = false;
  texture.colorSpace = SRGBColorSpace;
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  texture.needsUpdate = true;
  return texture;
}

class Place {
  constructor(element, texture, sorry, leave) {
    this.element = element;
    this.leave = leave;
    this.window = element.querySelector("[data-window]");
    this.panel = element.querySelector("[data-panel]");
    this.off = new AbortController();
    this.stage = new Stage(this.window, { label: this.sentence("canvas"), fov: WIDEST, lost: () => sorry("lost") });
    const sphere = new SphereGeometry(RADIUS, 64, 40);
    // Seen from inside: the picture is turned over so that it reads as it was taken.
    sphere.scale(-1, 1, 1);
    this.sphere = new Mesh(sphere, new MeshBasicMaterial({ map: texture }));
    this.stage.scene.add(this.sphere);
    this.at = { yaw: Number(element.dataset.yaw) || 0, pitch: 0, field: WIDEST };
    this.current = -1;
    this.found = new Set();
    this.stage.before = () => this.look();
    this.finds = [...document.querySelectorAll(".finds__list > .find")].map((row, k) => this.spot(row, k));
    this.stopTurning = turning(this.stage.canvas, {
      turn: (right, up) => this.glance(right, up),
      zoom: (factor) => this.zoom(factor),
      perPixel: () => this.at.field / this.window.clientHeight,
      keys: this.stage.canvas,
    });
    this.stage.canvas.tabIndex = 0;
    this.listen();
    this.tell();
    this.stage.draw();
  }

  sentence(name, values = {}) {
    const words = this.element.querySelector(`template[data-say="${name}"]`).content.textContent.trim();
    return words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }

  say(words) {
    this.element.querySelector("[data-says]").textContent = words;
  }

  /** A button over the picture for a row of the list; behind one's back it is out of sight, and focus turns one round. */
  spot(row, k) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "panorama-stage__spot";
    button.textContent = k + 1;
    button.setAttribute("aria-label", `${k + 1}. ${row.dataset.name}`);
    button.addEventListener("click", () => {
      this.go(k);
      // What one touched is read at once; next and previous keep the focus where it is.
      this.panel.focus({ preventScroll: this.filled });
    });
    button.addEventListener("focus", () => button.classList.contains("is-away") && this.turnTo(k));
    this.window.append(button);
    const [yaw, pitch] = [Number(row.dataset.yaw), Number(row.dataset.pitch)];
    return { row, button, yaw, pitch, direction: direction(yaw, pitch) };
  }

  look() {
    const { camera } = this.stage;
    if (!this.held) {
      camera.rotation.set(radians(this.at.pitch), Math.PI / 2 - radians(this.at.yaw), 0, "YXZ");
    }
    camera.fov = this.at.field;
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld();
    const [width, height] = [this.window.clientWidth, this.window.clientHeight];
    for (const { button, direction: towards } of this.finds) {
      const at = towards.clone().project(camera);
      const away = at.z > 1 || Math.abs(at.x) > 1.02 || Math.abs(at.y) > 1.02;
      button.classList.toggle("is-away", away);
      if (!away) {
        button.style.transform = `translate(${((at.x + 1) / 2) * width}px, ${((1 - at.y) / 2) * height}px) translate(-50%, -50%)`;
      }
    }
  }

  glance(right, up) {
    this.at.yaw += right;
    this.at.pitch = clamp(this.at.pitch + up, -85, 85);
    this.stage.draw();
  }

  zoom(factor) {
    this.at.field = clamp(this.at.field / factor, NARROWEST, WIDEST);
    this.stage.draw();
  }

  turnTo(k) {
    const { yaw, pitch } = this.finds[k];
    const start = { ...this.at };
    const far = round(yaw - start.yaw);
    return this.stage.move(Math.min(300 + Math.abs(far) * 4, 800), (part) => {
      this.at.yaw = start.yaw + far * part;
      this.at.pitch = start.pitch + (pitch - start.pitch) * part;
    });
  }

  /** Turn to a find and open what it says: its words, its links, its sound, as they stand in the list. */
  go(k) {
    this.current = (k + this.finds.length) % this.finds.length;
    const { row, button } = this.finds[this.current];
    this.turnTo(this.current);
    this.found.add(this.current);
    for (const find of this.finds) {
      find.button.toggleAttribute("data-current", find.button === button);
    }
    this.panel.setAttribute("aria-label", row.dataset.name);
    this.panel.replaceChildren(...[...row.children].map((part) => part.cloneNode(true)));
    for (const part of this.panel.querySelectorAll("[id]")) {
      part.removeAttribute("id");
    }
    this.panel.hidden = false;
    this.say(this.sentence("find", { n: this.current + 1, count: this.finds.length, name: row.dataset.name }));
    this.tell();
  }

  tell() {
    this.element.querySelector("[data-found]").textContent = this.sentence("found", { n: this.found.size, count: this.finds.length });
  }

  button(name) {
    return this.element.querySelector(`[data-act="${name}"]`);
  }

  listen() {
    const { signal } = this.off;
    const acts = {
      next: () => this.go(this.current + 1),
      previous: () => this.go(this.current < 0 ? this.finds.length - 1 : this.current - 1),
      closer: () => this.zoom(1.3),
      farther: () => this.zoom(1 / 1.3),
      fill: () => this.fill(!this.filled),
      gyroscope: () => this.gyroscope(!this.held),
    };
    for (const [name, act] of Object.entries(acts)) {
      this.button(name).addEventListener("click", act, { signal });
    }
    this.button("gyroscope").hidden = !("DeviceOrientationEvent" in window) || !window.matchMedia("(pointer: coarse)").matches;
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.escape(event), { signal });
  }

  /** The picture in full sharpness takes the place of the lighter one. */
  async sharpen() {
    try {
      const texture = await fetchTexture(this.element.dataset.large);
      if (this.stage.closed) {
        texture.image.close();
        return;
      }
      const { material } = this.sphere;
      const lighter = material.map;
      material.map = texture;
      lighter.dispose();
      lighter.image.close();
      this.stage.draw();
    } catch {
      // The lighter picture stays.
    }
  }

  /** Only when asked: the telephone's own turning moves the view (https://w3c.github.io/deviceorientation/). */
  async gyroscope(on) {
    if (on && DeviceOrientationEvent.requestPermission) {
      const answer = await DeviceOrientationEvent.requestPermission().catch(() => "denied");
      if (answer !== "granted") {
        this.say(this.sentence("no-gyroscope"));
        return;
      }
    }
    this.orientation?.abort();
    this.held = false;
    this.button("gyroscope").setAttribute("aria-pressed", String(on));
    if (!on) {
      return;
    }
    this.orientation = new AbortController();
    let start = null;
    window.addEventListener(
      "deviceorientation",
      ({ alpha, beta, gamma }) => {
        if (alpha === null) {
          this.say(this.sentence("no-gyroscope"));
          return;
        }
        this.held = true;
        const { camera } = this.stage;
        camera.rotation.set(radians(beta), radians(alpha), -radians(gamma), "YXZ");
        camera.rotateX(-Math.PI / 2);
        camera.rotateZ(-radians(screen.orientation?.angle ?? 0));
        const ahead = camera.getWorldDirection(new Vector3());
        const heading = Math.atan2(-ahead.x, -ahead.z);
        start ??= Math.PI / 2 - radians(this.at.yaw) - heading;
        camera.rotateOnWorldAxis(new Vector3(0, 1, 0), start);
        this.stage.draw();
      },
      { signal: this.orientation.signal },
    );
  }

  fill(on) {
    this.filled = on;
    this.element.querySelector("[data-view]").toggleAttribute("data-filled", on);
    document.documentElement.toggleAttribute("data-filled", on);
    this.button("fill").setAttribute("aria-pressed", String(on));
  }

  escape(event) {
    event.preventDefault();
    if (!this.panel.hidden) {
      this.panel.hidden = true;
      (this.finds[this.current]?.button ?? this.button("next")).focus();
    } else if (this.held) {
      this.gyroscope(false);
    } else if (this.filled) {
      this.fill(false);
      this.button("fill").focus();
    } else {
      this.leave();
    }
  }

  close() {
    this.off.abort();
    this.orientation?.abort();
    this.stopTurning();
    this.fill(false);
    for (const { button } of this.finds) {
      button.remove();
    }
    this.panel.hidden = true;
    this.panel.replaceChildren();
    this.stage.close();
    this.say("");
  }
}

/** Where a find lies on the sphere, from the middle of the picture to the right and up. */
function direction(yaw, pitch) {
  const angle = Math.PI / 2 - radians(yaw);
  return new Vector3(
    -Math.sin(angle) * Math.cos(radians(pitch)),
    Math.sin(radians(pitch)),
    -Math.cos(angle) * Math.cos(radians(pitch)),
  ).multiplyScalar(RADIUS);
}
