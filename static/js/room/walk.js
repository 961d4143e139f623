// A visitor in a room: stops, steps, glances, and the buttons outside the canvas.
import { Vector3 } from "../../vendor/three/three.js";
import { Stage, discard } from "../engine/stage.js";
import { clamp, turning } from "../engine/turn.js";
import { hang } from "./hang.js";
import { outwards } from "./light.js";
import { shell } from "./shell.js";

const EYE = 1.55;
const SPEED = 1.6;
const BODY = 0.35;
const FIELD = 60;
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
    this.stage = new Stage(this.window, { label: this.sentence("canvas"), fov: FIELD, lost: () => sorry("lost") });
    this.stage.before = () => this.look();
    this.stopTurning = turning(this.stage.canvas, {
      turn: (right, up) => this.glance(right, up),
      perPixel: () => FIELD / this.window.clientHeight,
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
    this.plan = JSON.parse(document.getElementById("walk-plan").textContent);
    this.rows = [...element.querySelectorAll("[data-list] .works > .work")].map(readRow);
    const colours = coloursOf(element.querySelector("[data-view]"), element.querySelector("[data-after-colour]")?.dataset.afterColour);
    const dark = document.documentElement.dataset.theme === "dark" || (document.documentElement.dataset.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    await document.fonts?.ready;
    const names = {
      before: element.querySelector("[data-before]")?.dataset.before,
      after: element.querySelector("[data-after]")?.dataset.after,
    };
    const pattern = element.querySelector("template[data-frieze]")?.content.querySelector("svg");
    this.hanging = hang(this.plan, this.rows, {
      colours,
      dark,
      wallText: {
        title: element.querySelector("h1").textContent.trim(),
        paragraphs: paragraphsOf(element.querySelector("[data-wall-text]")),
      },
    });
    this.hanging.arrived = (k) => k === this.current && this.travel(this.before(k));
    this.stage.scene.add(await shell(this.plan, { colours, dark, names, pattern }), this.hanging.group);
    this.current = -1;
    this.trail = [];
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

  /** Just inside the door, seeing the whole room. */
  doorway() {
    const [, depth] = this.plan.size;
    const side = document.documentElement.dir === "rtl" ? -1 : 1;
    return { x: 0, y: EYE, z: depth / 2 - 0.5, yaw: radians(7) * side, pitch: radians(-2) };
  }

  /** Where one stands to see work `k` whole, whatever the shape of the window. */
  before(k) {
    const work = this.plan.works[k];
    const [outX, outZ] = outwards(work.facing);
    const [width, depth] = this.plan.size;
    const tangent = Math.tan(radians(FIELD) / 2);
    const aspect = this.stage.camera.aspect;
    const tall = work.outer[1] * (work.plinth ? 1.5 : 1.22);
    const wide = work.plinth ? work.outer[0] * 1.3 : (work.outer[0] + 0.72) * 1.08;
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
    this.stage.draw();
  }

  /** Go to work `k`; beyond the last is the next hall, before the first the door. */
  go(k, { cut = false, remember = true } = {}) {
    if (k >= this.rows.length) {
      this.through("next");
      return;
    }
    if (k < -1) {
      this.through("prev");
      return;
    }
    if (remember) {
      this.trail.push({ current: this.current, ...this.at });
    }
    this.current = k;
    const goal = k < 0 ? this.doorway() : this.before(k);
    this.travel(goal, cut).then(() => k === this.current && this.hanging.near(k, () => this.stage.draw()));
    this.arrive();
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
    if (row) {
      const name = row.facts ? `${row.name}, ${row.facts}` : row.name;
      this.say(this.sentence("work", { n: row.number, count: this.element.dataset.total, name }));
      history.replaceState(history.state, "", `#${row.element.id}`);
    } else {
      this.say(this.sentence("door", { name: this.element.querySelector("h1").textContent.trim() }));
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    this.button("details").disabled = !row;
    this.button("back").disabled = !this.trail.length;
    this.button("previous").disabled = this.current < 0 && !this.element.querySelector("[data-before]");
    this.button("next").disabled = this.current >= this.rows.length - 1 && !this.element.querySelector("[data-after]");
    for (const link of this.element.querySelectorAll("[data-plan] a")) {
      link.toggleAttribute("aria-current", row && link.getAttribute("href") === `#${row.element.id}`);
    }
    if (!this.panel("details").hidden) {
      this.details(Boolean(row));
    }
    this.here();
  }

  here() {
    const [width, depth] = this.plan.size;
    for (const mark of this.element.querySelectorAll("[data-here]")) {
      mark.setAttribute("cx", Math.round((this.at.x + width / 2) * 100));
      mark.setAttribute("cy", Math.round((this.at.z + depth / 2) * 100));
    }
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
      headset: () => this.headset(),
    };
    for (const [name, act] of Object.entries(acts)) {
      this.button(name).addEventListener("click", act, { signal });
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

  /** A number on the plan leads to its work, as it does in the list. */
  followLink(event) {
    const link = event.target.closest("[data-plan] a");
    const k = link ? this.rows.findIndex((row) => `#${row.element.id}` === link.getAttribute("href")) : -1;
    if (k >= 0) {
      event.preventDefault();
      this.go(k);
    }
  }

  back() {
    const last = this.trail.pop();
    if (last) {
      this.current = last.current;
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
      panel.replaceChildren(this.element.querySelector("[data-list] [data-plan]").cloneNode(true));
    } else {
      this.details(true);
    }
    panel.hidden = false;
    this.button(name).setAttribute("aria-expanded", "true");
    panel.focus({ preventScroll: this.filled });
    this.here();
  }

  /** The work's label as it stands in the list: words, links, sound. */
  details(show) {
    const row = this.rows[this.current];
    const label = show && row?.element.querySelector(".label");
    if (!label) {
      this.shut("details", false);
      return;
    }
    const copy = label.cloneNode(true);
    for (const part of copy.querySelectorAll("[id]")) {
      part.removeAttribute("id");
    }
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
    this.current = this.nearest();
    this.here();
    return true;
  }

  /** As far towards a point as walls, plinths and benches let one. */
  walkTo(x, z) {
    if (!this.blocked(x, z)) {
      [this.at.x, this.at.z] = [x, z];
    } else if (!this.blocked(x, this.at.z)) {
      this.at.x = x;
    } else if (!this.blocked(this.at.x, z)) {
      this.at.z = z;
    }
  }

  blocked(x, z) {
    const [width, depth] = this.plan.size;
    if (Math.abs(x) > width / 2 - BODY || Math.abs(z) > depth / 2 - BODY) {
      return true;
    }
    const boxes = this.plan.works.filter((work) => work.plinth).map((work) => {
      const [outX] = outwards(work.facing);
      const [wide, , deep] = work.plinth;
      return [work.at[0], work.at[2], outX ? deep : wide, outX ? wide : deep];
    });
    if (this.plan.bench) {
      boxes.push(this.plan.bench);
    }
    return boxes.some(([bx, bz, wide, deep]) => Math.abs(x - bx) < wide / 2 + BODY && Math.abs(z - bz) < deep / 2 + BODY);
  }

  /** The work one looks at within reach, or -1. */
  nearest() {
    let [best, found] = [2.6, -1];
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
    const ray = new Vector3(
      ((event.clientX - box.left) / box.width) * 2 - 1,
      1 - ((event.clientY - box.top) / box.height) * 2,
      0.5,
    ).unproject(this.stage.camera);
    const from = this.stage.camera.position;
    ray.sub(from).normalize();
    let [best, found] = [Infinity, -1];
    this.plan.works.forEach((work, k) => {
      const [outX, outZ] = outwards(work.facing);
      const slope = ray.x * outX + ray.z * outZ;
      const far = ((work.at[0] - from.x) * outX + (work.at[2] - from.z) * outZ) / slope;
      if (slope < 0 && far > 0 && far < best) {
        const along = (from.x + ray.x * far - work.at[0]) * outZ - (from.z + ray.z * far - work.at[2]) * outX;
        const above = from.y + ray.y * far - work.at[1];
        const reach = Math.max(work.outer[0], work.plinth?.[0] ?? 0) / 2 + 0.3;
        const below = work.plinth ? work.at[1] : work.outer[1] / 2 + 0.1;
        if (Math.abs(along) < reach && above < work.outer[1] / 2 + 0.15 && above > -below) {
          [best, found] = [far, k];
        }
      }
    });
    if (found >= 0) {
      this.go(found);
      return;
    }
    const [, depth] = this.plan.size;
    for (const [side, name, open] of [[-1, "next", this.plan.exit], [1, "prev", this.element.querySelector("[data-before]")]]) {
      const far = ((side * depth) / 2 - from.z) / ray.z;
      if (open && far > 0 && Math.abs(from.x + ray.x * far) < this.plan.door[0] / 2 && from.y + ray.y * far < this.plan.door[1] && from.y + ray.y * far > 0) {
        this.through(name);
        return;
      }
    }
    const far = -from.y / ray.y;
    if (ray.y < 0 && far < 30) {
      const [x, z] = [from.x + ray.x * far, from.z + ray.z * far];
      if (!this.blocked(x, z)) {
        this.trail.push({ current: this.current, ...this.at });
        this.current = -1;
        this.travel({ x, z, y: EYE, yaw: this.at.yaw, pitch: 0 });
        this.say(this.sentence("floor"));
        this.button("back").disabled = false;
      }
    }
  }

  /** Through a door: the next hall's page is fetched, its list takes the place of this one's, its walls are built. */
  async through(which) {
    const link = this.element.querySelector(`[data-list] a[rel="${which}"]`);
    if (!link || this.changing) {
      return;
    }
    this.changing = true;
    try {
      const answer = await fetch(link.href);
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
      history.pushState({ room: true }, "", link.href);
      this.stage.canvas.setAttribute("aria-label", this.sentence("canvas"));
      await this.furnish();
    } catch {
      location.assign(link.href);
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

  /** An experiment: the room in a headset; a press of the trigger goes to the next work. */
  async headset() {
    const { renderer } = this.stage;
    const session = await navigator.xr.requestSession("immersive-vr", { optionalFeatures: ["local-floor"] });
    renderer.xr.enabled = true;
    await renderer.xr.setSession(session);
    const { camera, scene } = this.stage;
    const stand = () => {
      // The headset owns the camera; the room is moved round it instead.
      scene.rotation.y = -this.at.yaw;
      scene.position.set(-this.at.x, 0, -this.at.z).applyAxisAngle(new Vector3(0, 1, 0), -this.at.yaw);
    };
    session.addEventListener("select", () => {
      this.go(Math.min(this.current + 1, this.rows.length - 1), { cut: true });
      stand();
    });
    session.addEventListener("end", () => {
      renderer.setAnimationLoop(null);
      renderer.xr.enabled = false;
      scene.rotation.y = 0;
      scene.position.set(0, 0, 0);
      this.stage.fit();
    });
    stand();
    renderer.setAnimationLoop(() => renderer.render(scene, camera));
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

function paragraphsOf(element) {
  const blocks = [...(element?.querySelectorAll("p, li") ?? [])];
  return (blocks.length ? blocks : [element].filter(Boolean)).map((block) => block.textContent.trim().replace(/\s+/g, " "));
}

function readRow(element) {
  const { name, facts, number, small, large, model, modelBytes } = element.dataset;
  const text = element.querySelector(".label__text") ?? element.querySelector(".rich-text");
  return { element, name, facts, number, small, large, model, modelBytes: Number(modelBytes), shown: "", paragraphs: text ? paragraphsOf(text) : [] };
}

/** The colours of the room's wall and of what lies beyond its doors, as the style sheet has them. */
function coloursOf(view, after) {
  const style = getComputedStyle(view);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  const beyond = document.createElement("div");
  beyond.className = after ? `wall--${after}` : "";
  view.append(beyond);
  const next = getComputedStyle(beyond).getPropertyValue("--ground").trim();
  beyond.remove();
  return {
    wall: token("ground"),
    ink: token("ink"),
    rule: token("rule"),
    beyond: next,
    before: token("lift"),
    plinth: "#d8d0c2",
    board: "#f4eee2",
    boardInk: "#1d1a16",
  };
}
