// A thing on the museum's plaster: turned, neared, measured; lit as for a photograph.
import {
  Box3,
  BufferGeometry,
  CanvasTexture,
  Color,
  DirectionalLight,
  Float32BufferAttribute,
  HemisphereLight,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  Vector3,
} from "../../vendor/three/three.js";
import { readGlb } from "../engine/glb.js";
import { Stage } from "../engine/stage.js";
import { clamp, turning } from "../engine/turn.js";

const FIELD = 32;
const CLOSER = 1.35;
const LOOKS = { front: [0, 8], right: [90, 8], back: [180, 8], left: [270, 8], above: [0, 78] };
const FIRST = [24, 16];

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Fetch the model of `element` and put it on the stage. Answers a Hand; rejects where it cannot be fetched or read. */
export async function take(element, { sorry, leave }) {
  const answer = await fetch(element.dataset.model);
  if (!answer.ok) {
    throw new TypeError("the model could not be fetched");
  }
  const thing = await readGlb(await answer.arrayBuffer(), { metal: 0.35 });
  return new Hand(element, thing, sorry, leave);
}

class Hand {
  constructor(element, thing, sorry, leave) {
    this.element = element;
    this.leave = leave;
    this.window = element.querySelector("[data-window]");
    this.off = new AbortController();
    this.stage = new Stage(this.window, { label: this.sentence("canvas"), fov: FIELD, near: 0.005, lost: () => sorry("lost") });
    const box = new Box3().setFromObject(thing);
    this.size = box.getSize(new Vector3());
    const middle = box.getCenter(new Vector3());
    thing.position.sub(middle);
    this.radius = this.size.length() / 2;
    this.stage.scene.add(thing);
    this.light();
    this.at = { turn: FIRST[0], rise: FIRST[1], near: 1 };
    this.stage.before = () => this.look();
    this.stopTurning = turning(this.stage.canvas, {
      turn: (right, up) => this.roll(right, -up),
      zoom: (factor) => this.zoom(factor),
      perPixel: () => 0.4,
      keys: this.window,
    });
    this.window.tabIndex = 0;
    this.window.setAttribute("role", "group");
    this.window.setAttribute("aria-label", this.sentence("canvas"));
    this.listen();
    this.stage.draw();
  }

  sentence(name, values = {}) {
    const words = this.element.querySelector(`template[data-say="${name}"]`).content.textContent.trim();
    return words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }

  say(words) {
    this.element.querySelector("[data-says]").textContent = words;
  }

  /** Sky and table, a lamp from the window side, a rim from behind; a soft shadow where it stands. */
  light() {
    const { scene } = this.stage;
    const ground = getComputedStyle(this.element).getPropertyValue("--lift").trim();
    scene.background = new Color(ground);
    scene.add(new HemisphereLight(0xffffff, 0xb9a68c, 1.5));
    for (const [colour, power, at] of [[0xfff0da, 2.4, [-2, 3, 3]], [0xdfe8ff, 0.9, [3, 1.2, 2]], [0xffffff, 1.3, [0.5, 2, -3]]]) {
      const lamp = new DirectionalLight(colour, power);
      lamp.position.set(...at);
      // Lamps stand still while the thing is turned: they hang on the camera.
      this.stage.camera.add(lamp);
    }
    scene.add(this.stage.camera);
    const board = document.createElement("canvas");
    board.width = board.height = 128;
    const pen = board.getContext("2d");
    const shade = pen.createRadialGradient(64, 64, 8, 64, 64, 62);
    shade.addColorStop(0, "rgb(0 0 0 / 45%)");
    shade.addColorStop(0.5, "rgb(0 0 0 / 18%)");
    shade.addColorStop(1, "rgb(0 0 0 / 0%)");
    pen.fillStyle = shade;
    pen.fillRect(0, 0, 128, 128);
    const shadow = new Mesh(
      new PlaneGeometry(this.size.x * 1.5 + this.size.y * 0.15, this.size.z * 1.5 + this.size.y * 0.15),
      new MeshBasicMaterial({ map: new CanvasTexture(board), transparent: true, depthWrite: false }),
    );
    shadow.rotation.x = -Math.PI / 2;
    shadow.position.y = -this.size.y / 2 - 0.001;
    scene.add(shadow);
  }

  look() {
    const { camera } = this.stage;
    const tangent = Math.tan(radians(FIELD) / 2) * Math.min(1, camera.aspect);
    const away = (this.radius * 1.08) / tangent / this.at.near;
    const [turn, rise] = [radians(this.at.turn), radians(this.at.rise)];
    camera.position.set(Math.sin(turn) * Math.cos(rise) * away, Math.sin(rise) * away, Math.cos(turn) * Math.cos(rise) * away);
    camera.lookAt(0, 0, 0);
    this.label();
  }

  roll(right, up) {
    this.at.turn += right;
    this.at.rise = clamp(this.at.rise + up, -60, 89);
    this.stage.draw();
  }

  zoom(factor) {
    this.at.near = clamp(this.at.near * factor, 0.6, 8);
    this.stage.draw();
  }

  /** Go to one of the looks, by the shorter way round. */
  show(name) {
    const [turn, rise] = LOOKS[name];
    const start = { ...this.at };
    const round = ((((turn - start.turn) % 360) + 540) % 360) - 180;
    this.stage.move(600, (part) => {
      this.at.turn = start.turn + round * part;
      this.at.rise = start.rise + (rise - start.rise) * part;
      this.at.near = start.near + (1 - start.near) * part;
    });
    this.say(this.sentence(name));
  }

  /** Width, height and depth from the model's own scale: lines beside the thing, numbers on them and in words. */
  measure(on) {
    this.button("measure").setAttribute("aria-pressed", String(on));
    this.measured = on;
    if (on && !this.lines) {
      const [x, y, z] = [this.size.x / 2, this.size.y / 2, this.size.z / 2];
      const gap = this.radius * 0.08;
      this.spans = [
        { from: [-x, -y, z + gap], to: [x, -y, z + gap], value: this.size.x },
        { from: [x + gap, -y, z], to: [x + gap, y, z], value: this.size.y },
        { from: [x + gap, -y, -z], to: [x + gap, -y, z], value: this.size.z },
      ];
      const geometry = new BufferGeometry();
      geometry.setAttribute("position", new Float32BufferAttribute(this.spans.flatMap(({ from, to }) => [...from, ...to]), 3));
      this.lines = new LineSegments(geometry, new LineBasicMaterial({ color: getComputedStyle(this.element).getPropertyValue("--road").trim() }));
      this.stage.scene.add(this.lines);
      for (const span of this.spans) {
        span.label = document.createElement("span");
        span.label.className = "object-viewer__measure";
        span.label.textContent = `${centimetres(span.value)} cm`;
        span.label.setAttribute("aria-hidden", "true");
        this.window.append(span.label);
      }
    }
    if (this.lines) {
      this.lines.visible = on;
      for (const { label } of this.spans) {
        label.hidden = !on;
      }
    }
    this.say(on ? this.sentence("size", { width: centimetres(this.size.x), height: centimetres(this.size.y), depth: centimetres(this.size.z) }) : "");
    this.stage.draw();
  }

  label() {
    if (this.measured) {
      this.stage.camera.updateMatrixWorld();
      for (const { from, to, label } of this.spans) {
        const at = new Vector3(...from).add(new Vector3(...to)).multiplyScalar(0.5).project(this.stage.camera);
        label.style.transform = `translate(${((at.x + 1) / 2) * this.window.clientWidth}px, ${((1 - at.y) / 2) * this.window.clientHeight}px) translate(-50%, -50%)`;
      }
    }
  }

  button(name) {
    return this.element.querySelector(`[data-act="${name}"]`);
  }

  listen() {
    const { signal } = this.off;
    for (const button of this.element.querySelectorAll("[data-look]")) {
      button.addEventListener("click", () => this.show(button.dataset.look), { signal });
    }
    const acts = {
      closer: () => this.zoom(CLOSER),
      farther: () => this.zoom(1 / CLOSER),
      measure: () => this.measure(!this.measured),
      fill: () => this.fill(!this.filled),
    };
    for (const [name, act] of Object.entries(acts)) {
      this.button(name).addEventListener("click", act, { signal });
    }
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.escape(event), { signal });
  }

  fill(on) {
    this.filled = on;
    this.element.querySelector("[data-view]").toggleAttribute("data-filled", on);
    document.documentElement.toggleAttribute("data-filled", on);
    this.button("fill").setAttribute("aria-pressed", String(on));
  }

  escape(event) {
    event.preventDefault();
    if (this.measured) {
      this.measure(false);
    } else if (this.filled) {
      this.fill(false);
      this.button("fill").focus();
    } else {
      this.leave();
    }
  }

  close() {
    this.off.abort();
    this.stopTurning();
    this.fill(false);
    for (const { label } of this.spans ?? []) {
      label.remove();
    }
    this.window.removeAttribute("tabindex");
    this.stage.close();
    this.say("");
  }
}

const centimetres = (metres) => {
  const value = metres * 100;
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: value < 10 ? 1 : 0, numberingSystem: "latn" }).format(value);
};
