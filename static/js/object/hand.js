// A thing in one's hand: looks by name and by a curator's views, measures, the whole window.
import { BufferGeometry, Float32BufferAttribute, LineBasicMaterial, LineSegments, Vector3 } from "../../vendor/three/three.js";
import { fetchThing, FIRST, Turntable } from "./turntable.js";

const CLOSER = 1.35;
const LOOKS = { front: [0, 8], right: [90, 8], back: [180, 8], left: [270, 8], above: [0, 78] };

/** Fetch the model of `element` and put it on the stage. Answers a Hand; rejects where it cannot be fetched or read. */
export async function take(element, { sorry, leave }) {
  return new Hand(element, await fetchThing(element.dataset.model), sorry, leave);
}

class Hand {
  constructor(element, thing, sorry, leave) {
    this.element = element;
    this.leave = leave;
    this.window = element.querySelector("[data-window]");
    this.off = new AbortController();
    this.window.tabIndex = 0;
    this.window.setAttribute("role", "group");
    this.window.setAttribute("aria-label", this.sentence("canvas"));
    const ground = getComputedStyle(element).getPropertyValue("--lift").trim();
    this.table = new Turntable(this.window, thing, { label: this.sentence("canvas"), ground, lost: () => sorry("lost") });
    this.table.looked = () => this.label();
    this.stage = this.table.stage;
    this.size = this.table.size;
    this.radius = this.table.radius;
    this.name();
    this.listen();
  }

  sentence(name, values = {}) {
    const words = this.element.querySelector(`template[data-say="${name}"]`).content.textContent.trim();
    return words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }

  say(words) {
    this.element.querySelector("[data-says]").textContent = words;
  }

  /** A button for each view of the page's list; the list gives its words. */
  name() {
    const views = this.element.querySelectorAll("[data-views] > li");
    const group = this.element.querySelector("[data-named]");
    group.hidden = !views.length;
    group.replaceChildren(
      ...[...views].map((view) => {
        const [title, text] = [view.querySelector("[data-title]"), view.querySelector("[data-text]")];
        const button = document.createElement("button");
        button.className = "button";
        button.type = "button";
        button.textContent = title.textContent;
        button.lang = title.lang;
        button.addEventListener("click", () => {
          const { turn, rise, near } = view.dataset;
          this.table.go([Number(turn), Number(rise), Number(near)]);
          this.element.querySelector("[data-says]").replaceChildren(...[title, text].filter(Boolean).flatMap((part) => [part.cloneNode(true), " "]));
        });
        return button;
      }),
    );
  }

  show(name) {
    this.table.go([...LOOKS[name], 1]);
    this.say(this.sentence(name));
  }

  /** As it lay in the hand at first: turned and neared as then, nothing measured. */
  reset() {
    if (this.measured) {
      this.measure(false);
    }
    this.table.go(FIRST);
    this.say(this.sentence("reset"));
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
        const value = document.createElement("bdi");
        value.textContent = centimetres(span.value, { style: "unit", unit: "centimeter" });
        span.label.append(value);
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
      closer: () => this.table.zoom(CLOSER),
      farther: () => this.table.zoom(1 / CLOSER),
      reset: () => this.reset(),
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
    this.fill(false);
    for (const { label } of this.spans ?? []) {
      label.remove();
    }
    this.window.removeAttribute("tabindex");
    this.table.close();
    this.say("");
  }
}

const centimetres = (metres, written = {}) => {
  const value = metres * 100;
  return new Intl.NumberFormat(document.documentElement.lang, { ...written, maximumFractionDigits: value < 10 ? 1 : 0, numberingSystem: "latn" }).format(value);
};
