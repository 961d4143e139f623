// A visitor in a room: stops, steps, glances, and the buttons outside the canvas.
import { Stage, discard } from "../engine/stage.js";
import { clamp, turning } from "../engine/turn.js";
import { hang } from "./hang.js";
import { wear } from "./headset.js";
import { outwards } from "./light.js";
import { readPage } from "./page.js";
import { blocked, BODY, pointed } from "./reach.js";
import { shell } from "./shell.js";

const EYE = 1.55;
const SPEED = 1.6;
const FIELD = 60;
const TALL_FIELD = 72;
/** The stops before the first work: the door, then the text on the wall. */
const DOOR = -2;
const TEXT = -1;
const LONGEST_MOVE_MS = 800;
const STEPS = { ArrowUp: [0, 1], KeyW: [0, 1], ArrowDown: [0, -1], KeyS: [0, -1], ArrowLeft: [-1, 0], KeyA: [-1, 0], ArrowRight: [1, 0], KeyD: [1, 0] };

const radians = (degrees) => (degrees * Math.PI) / 180;
const around = (angle) => Math.atan2(Math.sin(angle), Math.cos(angle));

/** Build the room of `element` (see templates/exhibits/room_page.html) and let the visitor in. Answers a Walk. */
export async function enter(element, { sorry, leave }) {
  const walk = new Walk(element, sorry, leave);
  try {
    await walk.furnish();
  } catch (error) {
    walk.close();
    throw error;
  }
  return walk;
}

class Walk {
  constructor(element, sorry, leave) {
    this.element = element;
    this.leave = leave;
    this.window = element.querySelector("[data-window]");
    this.status = element.querySelector("[data-says]");
    this.off = new AbortController();
    this.trail = [];
    this.keys = new Set();
    this.at = { x: 0, y: EYE, z: 0, yaw: 0, pitch: 0 };
    this.stage = new Stage(this.window, { label: this.sentence("canvas"), lost: () => sorry("lost") });
    this.stage.before = () => this.look();
    this.stage.resized = () => this.resized();
    this.stopTurning = turning(this.stage.canvas, {
      turn: (right, up) => this.glance(right, up),
      perPixel: () => this.stage.camera.fov / this.window.clientHeight,
      tap: (event) => this.touch(event),
    });
    this.listen();
  }

  sentence(name, values = {}) {
    const words = this.element.querySelector(`template[data-say="${name}"]`)?.content.textContent.trim() ?? "";
    return words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
  }

  say(words) {
    this.status.textContent = words;
  }

  /** Build, or build anew for another hall, what the page's list and plan describe. */
  async furnish() {
    const { element } = this;
    this.hall = location.pathname;
    await document.fonts?.ready;
    const { plan, rows, wallText, ...look } = readPage(element);
    [this.plan, this.rows] = [plan, rows];
    this.hanging = hang(plan, rows, { ...look, wallText });
    this.hanging.arrived = (k) => k === this.current && !this.loose && this.travel(this.before(k));
    this.stage.scene.add(await shell(plan, look), this.hanging.group);
    this.current = DOOR;
    this.loose = false;
    this.trail = [];
    this.frame();
    Object.assign(this.at, this.doorway());
    const wanted = this.rows.findIndex((row) => `#${row.element.id}` === location.hash);
    this.hanging.fetchAll(Math.max(wanted, 0), () => this.stage.draw());
    if (wanted >= 0) {
      this.go(wanted, { cut: true });
    } else {
      this.arrive();
    }
    this.stage.draw();
    element.querySelector("[data-view]").scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** A window that is higher than wide sees more from floor to ceiling, or it would see little of the room. */
  frame() {
    const { camera } = this.stage;
    camera.fov = camera.aspect < 1 ? TALL_FIELD : FIELD;
    camera.updateProjectionMatrix();
  }

  resized() {
    this.frame();
    if (this.current > DOOR && !this.loose) {
      this.travel(this.before(this.current), true);
    }
  }

  /** Just inside the door, seeing the whole room. */
  doorway() {
    const [, depth] = this.plan.size;
    const side = document.documentElement.dir === "rtl" ? -1 : 1;
    return { x: 0, y: EYE, z: depth / 2 - 0.5, yaw: radians(7) * side, pitch: radians(-2) };
  }

  /** Where one stands to see work `k` (or the text on the wall) whole, whatever the shape of the window. */
  before(k) {
    const work = this.plan.works[k] ?? this.plan.text;
    const [outX, outZ] = outwards(work.facing);
    const [width, depth] = this.plan.size;
    const tangent = Math.tan(radians(this.stage.camera.fov) / 2);
    const aspect = this.stage.camera.aspect;
    const tall = work.outer[1] * (work.plinth ? 1.5 : 1.22);
    const beside = k === TEXT ? 0.1 : 0.72;
    const wide = work.plinth ? work.outer[0] * 1.3 : (work.outer[0] + beside) * 1.08;
    const deep = (work.plinth?.[2] ?? 0) / 4;
    const wanted = Math.max(tall / (2 * tangent), wide / (2 * tangent * aspect), work.plinth ? 0.25 : 0.4) + deep;
    const across = (outX ? width : depth) - 1;
    const away = Math.min(wanted, across);
    const [x, y, z] = work.at;
    // A thing on a plinth is looked down upon a little; what lies flat, a good deal.
    const eye = work.plinth ? y + away * Math.tan(radians(work.flat ? 42 : 14)) : clamp(y, 1.1, 1.7);
    const place = { x: x + outX * away, y: eye, z: z + outZ * away };
    place.x = clamp(place.x, -width / 2 + BODY, width / 2 - BODY);
    place.z = clamp(place.z, -depth / 2 + BODY, depth / 2 - BODY);
    return { ...place, yaw: Math.atan2(outX, outZ), pitch: Math.atan2((work.flat ? work.plinth[1] : y) - eye, away) };
  }

  look() {
    const { x, y, z, yaw, pitch } = this.at;
    const { camera } = this.stage;
    camera.position.set(x, y, z);
    camera.rotation.set(pitch, yaw, 0, "YXZ");
  }

  glance(right, up) {
    this.at.yaw += radians(-right);
    this.at.pitch = clamp(this.at.pitch + radians(up), -1.2, 1.2);
    this.here();
    this.stage.draw();
  }

  /** Go to work `k`; beyond the last is the next hall, before the first the text on the wall, then the door. */
  go(k, { cut = false, remember = true } = {}) {
    if (k >= this.rows.length) {
      this.through("next");
      return;
    }
    if (k < DOOR) {
      this.through("prev");
      return;
    }
    if (remember) {
      this.remember();
    }
    this.current = k;
    this.loose = false;
    const goal = k === DOOR ? this.doorway() : this.before(k);
    this.travel(goal, cut).then(() => k === this.current && this.hanging.near(k, () => this.stage.draw()));
    this.arrive();
  }

  remember() {
    this.trail.push({ current: this.current, loose: this.loose, ...this.at });
  }

  travel(goal, cut = false) {
    const start = { ...this.at };
    const turn = around(goal.yaw - start.yaw);
    const far = Math.hypot(goal.x - start.x, goal.z - start.z);
    const time = cut ? 0 : Math.min(350 + far * 120 + Math.abs(turn) * 120, LONGEST_MOVE_MS);
    return this.stage.move(time, (part) => {
      for (const key of ["x", "y", "z", "pitch"]) {
        this.at[key] = start[key] + ((goal[key] ?? start[key]) - start[key]) * part;
      }
      this.at.yaw = start.yaw + turn * part;
      this.here();
    });
  }

  /** Tell where one is: in words, on the plan, in the address, in the open panel. */
  arrive() {
    const row = this.rows[this.current];
    const room = this.element.querySelector("h1").textContent.trim();
    if (row) {
      const name = row.facts ? `${row.name}, ${row.facts}` : row.name;
      this.say(this.sentence("work", { n: row.number, count: this.element.dataset.total, name }));
    } else if (this.loose) {
      this.say(this.sentence("floor"));
    } else {
      this.say(this.sentence(this.current === TEXT ? "text" : "door", { name: room }));
    }
    history.replaceState(history.state, "", row ? `#${row.element.id}` : location.pathname + location.search);
    this.serves("back", this.trail.length > 0);
    this.serves("previous", this.current > DOOR || this.element.querySelector("[data-before]"));
    this.serves("next", this.current < this.rows.length - 1 || this.element.querySelector("[data-after]"));
    for (const link of this.element.querySelectorAll("[data-plan] a")) {
      if (row && link.getAttribute("href") === `#${row.element.id}`) {
        link.setAttribute("aria-current", "location");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    if (!this.panel("details").hidden) {
      this.details();
    }
    this.here();
  }

  here() {
    const [width, depth] = this.plan.size;
    const [x, y] = [(this.at.x + width / 2) * 100, (this.at.z + depth / 2) * 100].map(Math.round);
    for (const mark of this.element.querySelectorAll("[data-here]")) {
      mark.setAttribute("transform", `translate(${x} ${y}) rotate(${Math.round((-this.at.yaw * 180) / Math.PI)})`);
    }
  }

  /** Whether a button leads anywhere just now; it keeps the focus either way. */
  serves(name, does) {
    this.button(name).setAttribute("aria-disabled", String(!does));
  }

  button(name) {
    return this.element.querySelector(`[data-act="${name}"]`);
  }

  panel(name) {
    return this.element.querySelector(`[data-panel="${name}"]`);
  }

  listen() {
    const { signal } = this.off;
    const acts = {
      next: () => this.go(this.current + 1),
      previous: () => this.go(this.current - 1),
      back: () => this.back(),
      plan: () => this.toggle("plan"),
      details: () => this.toggle("details"),
      walk: () => this.walking(!this.free),
      fill: () => this.fill(!this.filled),
      headset: () => wear(this),
    };
    for (const [name, act] of Object.entries(acts)) {
      const button = this.button(name);
      button.addEventListener("click", () => button.getAttribute("aria-disabled") === "true" || act(), { signal });
    }
    this.element.addEventListener("click", (event) => this.followLink(event), { signal });
    this.element.addEventListener("keydown", (event) => this.key(event), { signal });
    this.element.addEventListener("keyup", (event) => this.keys.delete(event.code), { signal });
    window.addEventListener("blur", () => this.keys.clear(), { signal });
    navigator.xr?.isSessionSupported("immersive-vr").then(
      (can) => {
        this.button("headset").hidden = !can;
      },
      () => {},
    );
  }

  /** A number on the plan leads to its work, as it does in the list; a door beside the plan leads through it. */
  followLink(event) {
    const door = event.target.closest('[data-panel="plan"] a[rel]');
    if (door) {
      event.preventDefault();
      this.through(door.rel);
      return;
    }
    const link = event.target.closest("[data-plan] a");
    const k = link ? this.rows.findIndex((row) => `#${row.element.id}` === link.getAttribute("href")) : -1;
    if (k >= 0) {
      event.preventDefault();
      this.go(k);
    }
  }

  /** The browser's own back and forward: to the hall of the address, or to the work of its fragment. */
  followHistory() {
    if (location.pathname !== this.hall) {
      this.into(location.href);
      return;
    }
    const k = this.rows.findIndex((row) => `#${row.element.id}` === location.hash);
    if (k >= 0 && k !== this.current) {
      this.go(k);
    }
  }

  back() {
    const last = this.trail.pop();
    if (last) {
      [this.current, this.loose] = [last.current, last.loose];
      this.travel(last).then(() => this.current >= 0 && this.hanging.near(this.current, () => this.stage.draw()));
      this.arrive();
    }
  }

  toggle(name) {
    const panel = this.panel(name);
    if (!panel.hidden) {
      this.shut(name);
      return;
    }
    for (const other of ["plan", "details"]) {
      this.shut(other, false);
    }
    if (name === "plan") {
      const list = this.element.querySelector("[data-list]");
      panel.replaceChildren(list.querySelector("[data-plan]").cloneNode(true), list.querySelector(".walk__doors").cloneNode(true));
    } else {
      this.details();
    }
    panel.hidden = false;
    this.button(name).setAttribute("aria-expanded", "true");
    panel.focus({ preventScroll: this.filled });
    this.here();
  }

  /** The work's label as it stands in the list: words, links, sound. Before any work it is the text on the wall. */
  details() {
    const row = this.rows[this.current];
    const label = row ? row.element.querySelector(".label") : this.element.querySelector("[data-wall-text]");
    const copy = label.cloneNode(true);
    for (const part of copy.querySelectorAll("[id]")) {
      part.removeAttribute("id");
    }
    // One leans into a picture from the list: there its window has room.
    copy.querySelectorAll('[data-component="lean-in"] [data-enter]').forEach((press) => press.remove());
    this.panel("details").replaceChildren(copy);
  }

  shut(name, focus = true) {
    const panel = this.panel(name);
    if (!panel.hidden) {
      panel.hidden = true;
      panel.replaceChildren();
      this.button(name).setAttribute("aria-expanded", "false");
      if (focus) {
        this.button(name).focus();
      }
    }
  }

  fill(on) {
    this.filled = on;
    this.element.querySelector("[data-view]").toggleAttribute("data-filled", on);
    document.documentElement.toggleAttribute("data-filled", on);
    this.button("fill").setAttribute("aria-pressed", String(on));
  }

  /** Walking freely is asked for: only then do the arrow keys belong to the room. */
  walking(on) {
    this.free = on;
    this.button("walk").setAttribute("aria-pressed", String(on));
    this.keys.clear();
    if (on) {
      this.window.tabIndex = 0;
      this.window.setAttribute("role", "application");
      this.window.setAttribute("aria-label", this.sentence("walk"));
      this.window.focus();
      this.say(this.sentence("walk"));
    } else {
      this.window.removeAttribute("tabindex");
      this.window.removeAttribute("role");
      this.window.removeAttribute("aria-label");
    }
  }

  key(event) {
    if (event.key === "Escape") {
      this.escape(event);
    } else if (this.free && this.window.contains(event.target) && STEPS[event.code] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      if (!this.keys.size) {
        this.keys.add(event.code);
        this.stage.follow((seconds) => this.step(seconds));
      }
      this.keys.add(event.code);
    }
  }

  /** The innermost thing first. */
  escape(event) {
    event.preventDefault();
    if (!this.panel("details").hidden) {
      this.shut("details");
    } else if (!this.panel("plan").hidden) {
      this.shut("plan");
    } else if (this.free) {
      this.walking(false);
      this.button("walk").focus();
    } else if (this.filled) {
      this.fill(false);
    } else {
      this.leave();
    }
  }

  step(seconds) {
    if (!this.keys.size || !this.free) {
      this.arrive();
      return false;
    }
    let [side, forth, turn] = [0, 0, 0];
    for (const code of this.keys) {
      const [right, ahead] = STEPS[code];
      if (code.startsWith("Arrow")) {
        turn -= right;
      } else {
        side += right;
      }
      forth += ahead;
    }
    this.at.yaw += turn * 1.4 * seconds;
    const { yaw } = this.at;
    const far = SPEED * seconds;
    this.walkTo(
      this.at.x + (-Math.sin(yaw) * forth + Math.cos(yaw) * side) * far,
      this.at.z + (-Math.cos(yaw) * forth - Math.sin(yaw) * side) * far,
    );
    this.at.y += (EYE - this.at.y) * Math.min(seconds * 4, 1);
    this.at.pitch *= 1 - Math.min(seconds * 2, 1);
    [this.current, this.loose] = [this.nearest(), true];
    this.here();
    return true;
  }

  /** As far towards a point as walls, plinths and benches let one. */
  walkTo(x, z) {
    const { plan } = this;
    if (!blocked(plan, x, z)) {
      [this.at.x, this.at.z] = [x, z];
    } else if (!blocked(plan, x, this.at.z)) {
      this.at.x = x;
    } else if (!blocked(plan, this.at.x, z)) {
      this.at.z = z;
    }
  }

  /** The work one looks at within reach, or none: then the next is the first. */
  nearest() {
    let [best, found] = [2.6, TEXT];
    this.plan.works.forEach((work, k) => {
      const [dx, dz] = [work.at[0] - this.at.x, work.at[2] - this.at.z];
      const ahead = -Math.sin(this.at.yaw) * dx - Math.cos(this.at.yaw) * dz;
      const far = Math.hypot(dx, dz);
      if (far < best && ahead > far * 0.7) {
        [best, found] = [far, k];
      }
    });
    return found;
  }

  /** A touch on a work goes to it, on the floor there, on a door through it. */
  touch(event) {
    const box = this.stage.canvas.getBoundingClientRect();
    const [across, up] = [((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2];
    const doors = [this.plan.exit && "next", this.element.querySelector("[data-before]") && "prev"];
    const { work, door, floor } = pointed(this.plan, this.stage.camera, across, up, doors);
    if (work !== undefined) {
      this.go(work);
    } else if (door) {
      this.through(door);
    } else if (floor) {
      this.remember();
      [this.current, this.loose] = [TEXT, true];
      this.travel({ x: floor[0], z: floor[1], y: EYE, yaw: this.at.yaw, pitch: 0 });
      this.arrive();
    }
  }

  /** Through a door, "next" or "prev". */
  through(which) {
    const link = this.element.querySelector(`[data-list] a[rel="${which}"]`);
    if (link) {
      this.into(link.href, { remember: true });
    }
  }

  /** Into another hall: its page is fetched, its list takes the place of this one's, its walls are built. */
  async into(address, { remember = false } = {}) {
    if (this.changing) {
      return;
    }
    this.changing = true;
    try {
      const answer = await fetch(address);
      if (!answer.ok) {
        throw new TypeError("no such room");
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-walk]");
      this.strip();
      for (const part of [".walk__head", "[data-list]"]) {
        const [mine, theirs] = [this.element.querySelector(part), document.importNode(next.querySelector(part), true)];
        // The press and the plain sentence keep their listeners.
        for (const kept of [".stage__offer", "[data-plain]"]) {
          const [old, fresh] = [mine.querySelector(kept), theirs.querySelector(kept)];
          if (old && fresh) {
            fresh.replaceWith(old);
          }
        }
        mine.replaceWith(theirs);
      }
      document.getElementById("walk-plan").textContent = page.getElementById("walk-plan").textContent;
      const view = this.element.querySelector("[data-view]");
      const fresh = next.querySelector("[data-view]");
      view.className = fresh.className;
      this.element.className = next.className;
      this.element.dataset.total = next.dataset.total;
      for (const template of fresh.querySelectorAll("template[data-say]")) {
        view.querySelector(`template[data-say="${template.dataset.say}"]`)?.replaceWith(document.importNode(template, true));
      }
      document.title = page.title;
      // The header's list of languages leads to this hall too.
      const [languages, theirs] = [document, page].map((from) => from.querySelector(".header .languages ul"));
      languages?.replaceWith(document.importNode(theirs, true));
      if (remember) {
        history.pushState({ room: true }, "", address);
      }
      this.stage.canvas.setAttribute("aria-label", this.sentence("canvas"));
      await this.furnish();
      this.changing = false;
      this.followHistory();
    } catch {
      location.assign(address);
    } finally {
      this.changing = false;
    }
  }

  strip() {
    this.shut("plan", false);
    this.shut("details", false);
    this.hanging?.close();
    discard(this.stage.scene);
    this.stage.scene.clear();
  }

  close() {
    this.off.abort();
    this.stopTurning();
    this.fill(false);
    this.walking(false);
    this.strip();
    this.stage.close();
    this.say("");
  }
}
