// The works in their places: pictures in frames, objects on plinths, panels, panoramas behind arches, a label beside each.
import {
  Box3,
  BufferGeometry,
  DirectionalLight,
  Float32BufferAttribute,
  Group,
  HemisphereLight,
  LinearMipmapLinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SRGBColorSpace,
  Texture,
  Vector3,
} from "../../vendor/three/three.js";
import { readGlb } from "../engine/glb.js";
import { discard } from "../engine/stage.js";
import { linear, outwards, times } from "./light.js";
import { labels, panel, shade } from "./lettering.js";
import { Mesher } from "./mesher.js";

const SMALL = 512;
const LARGE = 1024;
const MOST_MODELS = 3;
const MODEL_TEXTURE = 512;
const MOST_MODEL_BYTES = 2_000_000;
const FRAME_WOOD = [0.03, 0.024, 0.018];
const MOUNT = [0.86, 0.83, 0.76];
const STONE = 0.15;
const ARCH_STONES = 18;
const ARCH_DEEP = 0.16;
/** How much larger a shadow's sheet is than its dark middle (lettering.js, shade). */
const SHADE = 1.12;

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Hang the works of `plan`; `rows` are `{ element, name, facts, number, small, large, model }` in the same order. */
export function hang(plan, rows, { colours, dark, wallText }) {
  return new Hanging(plan, rows, { colours, dark, wallText });
}

class Hanging {
  constructor(plan, rows, { colours, dark, wallText }) {
    this.plan = plan;
    this.rows = rows;
    this.group = new Group();
    this.dim = dark ? 0.9 : 1;
    this.pictures = plan.works.map((work, k) => this.picture(work, rows[k], colours));
    this.models = new Map();
    this.closed = false;
    /** How many pictures and things are on their way. */
    this.fetching = 0;
    this.arrived = () => {};
    this.furnish(colours);
    const words = this.flat(plan.text, panel(wallText.title, wallText.paragraphs, { ink: colours.ink }), 0.02, true);
    this.group.add(words);
    this.group.add(new HemisphereLight(0xffffff, 0x8a7560, 1.6));
    const key = new DirectionalLight(0xfff1dd, 2.2);
    key.position.set(2, 6, 3);
    this.group.add(key);
  }

  /** The surface on which a work is seen; textures arrive later. */
  picture(work, row, colours) {
    if (work.form === "panel") {
      const small = this.plan.works.filter((other) => other.form === "panel").length > 8;
      const size = small ? { width: 512, height: 427 } : { width: 768, height: 640 };
      const board = panel(row.name, row.paragraphs, { ink: colours.boardInk, ground: colours.board, ...size });
      const mesh = this.flat(work, board, 0.03);
      this.group.add(mesh);
      return mesh;
    }
    const mesh = work.form === "arch" ? this.arch(work) : this.flat(work, null, 0.012);
    mesh.material.color.set(colours.rule);
    this.group.add(mesh);
    return mesh;
  }

  flat(work, texture, proud, letters = false) {
    const material = new MeshBasicMaterial(letters ? { map: texture, transparent: true, depthWrite: false } : { map: texture });
    const mesh = new Mesh(new PlaneGeometry(...work.size), material);
    this.placed(mesh, work, proud);
    return mesh;
  }

  placed(mesh, work, proud) {
    const [outX, outZ] = outwards(work.facing);
    mesh.position.set(work.at[0] + outX * proud, work.at[1], work.at[2] + outZ * proud);
    mesh.rotation.y = radians(work.facing);
  }

  /** A picture cut to a round arch. */
  arch(work) {
    const [width, height] = work.size;
    const points = [[0, height - width / 2], ...archLine(work, STONE)];
    const indices = [];
    for (let k = 1; k < points.length; k += 1) {
      indices.push(0, k, k + 1 < points.length ? k + 1 : 1);
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new Float32BufferAttribute(points.flatMap(([x, y]) => [x, y - height / 2, 0]), 3));
    // The picture keeps its proportions; `crop` is set when it has arrived.
    geometry.setAttribute("uv", new Float32BufferAttribute(points.flatMap(([x, y]) => [x / width + 0.5, y / height]), 2));
    geometry.setIndex(indices);
    const mesh = new Mesh(geometry, new MeshBasicMaterial());
    this.placed(mesh, work, 0.02);
    mesh.userData.aspect = width / height;
    return mesh;
  }

  /** Frames, plinths, benches and their shadows, each kind drawn at once; the labels on one sheet. */
  furnish(colours) {
    const solid = new Mesher();
    const shadows = new Mesher();
    const cards = new Mesher();
    const plinth = linear(colours.plinth);
    const sheet = labels(this.rows, { ink: colours.boardInk, ground: colours.board });
    this.plan.works.forEach((work, k) => {
      const angle = radians(work.facing);
      const [outX, outZ] = outwards(work.facing);
      if (work.plinth) {
        const [wide, high, deep] = work.plinth;
        const [x, , z] = work.at;
        solid.box([x, 0, z], [wide, high, deep], angle, (point) => times(plinth, 0.62 + 0.3 * (point[1] / high)), {
          top: () => times(plinth, 1.02),
        });
        const [w, d] = outX ? [deep, wide] : [wide, deep];
        // Where it touches the floor the shadow is deep and narrow; under the lamps it runs wide and thin.
        for (const [reach, deepness] of [[1.0, 0.006], [1.7, 0.007]]) {
          const [a, b] = [w / 2 + reach * 0.35, d / 2 + reach * 0.35];
          shadows.quad([x - a * SHADE, deepness, z + b * SHADE], [2 * a * SHADE, 0, 0], [0, 0, -2 * b * SHADE], () => [1, 1, 1]);
        }
        const [tall] = work.size;
        shadows.quad(
          [x - (outX ? 0.12 : tall / 2), high + 0.003, z + (outX ? tall / 2 : 0.12)],
          [outX ? 0.24 : tall, 0, 0],
          [0, 0, outX ? -tall : -0.24],
          () => [1, 1, 1],
        );
      } else if (work.form === "picture") {
        frame(solid, work, angle);
      } else if (work.form === "arch") {
        surround(solid, work, angle, plinth);
      } else {
        board(solid, work, angle);
      }
      if (!work.plinth) {
        const [wide, high] = work.outer;
        const right = [outZ, -outX];
        const reach = 0.16;
        shadows.quad(
          [
            work.at[0] - right[0] * (wide / 2 + reach) + outX * -0.012,
            work.at[1] - high / 2 - reach * 1.7,
            work.at[2] - right[1] * (wide / 2 + reach) + outZ * -0.012,
          ],
          [right[0] * (wide + 2 * reach), 0, right[1] * (wide + 2 * reach)],
          [0, high + 2 * reach, 0],
          () => [1, 1, 1],
        );
      }
      const [lx, ly, lz] = work.label;
      const right = [outZ, -outX];
      cards.quad(
        [lx - right[0] * 0.13, ly - 0.09, lz - right[1] * 0.13],
        [right[0] * 0.26, 0, right[1] * 0.26],
        [0, 0.18, 0],
        () => [1, 1, 1],
        { uv: sheet.uv(k) },
      );
    });
    if (this.plan.bench) {
      const [x, z, wide, deep] = this.plan.bench;
      const wood = [0.2, 0.12, 0.06];
      solid.box([x, 0.38, z], [wide, 0.07, deep], 0, () => times(wood, 0.8), { top: () => times(wood, 1.2), bottom: true });
      for (const end of [-1, 1]) {
        solid.box([x, 0, z + end * (deep / 2 - 0.2)], [wide * 0.8, 0.38, 0.06], 0, () => times(wood, 0.4));
      }
      shadows.quad([x - wide * 1.35, 0.006, z + deep * 0.85], [2.7 * wide, 0, 0], [0, 0, -1.7 * deep], () => [1, 1, 1]);
    }
    if (!shadows.empty) {
      const material = new MeshBasicMaterial({ map: shade(), transparent: true, opacity: 0.5, depthWrite: false });
      this.group.add(new Mesh(shadows.geometry(), material));
    }
    if (!solid.empty) {
      this.group.add(new Mesh(solid.geometry(), new MeshBasicMaterial({ vertexColors: true })));
    }
    if (!cards.empty) {
      this.group.add(new Mesh(cards.geometry(), new MeshBasicMaterial({ map: sheet.texture })));
    }
  }

  /** Fetch the smaller picture of every work, nearest to `first` before the rest, then a few things; `drawn()` after each. */
  async fetchAll(first, drawn) {
    const order = this.rows.map((_, k) => k).sort((a, b) => Math.abs(a - first) - Math.abs(b - first) || a - b);
    const next = async () => {
      for (let k = order.shift(); k !== undefined && !this.closed; k = order.shift()) {
        await this.fetch(k, "small", SMALL);
        drawn();
      }
    };
    await Promise.all([next(), next(), next(), next()]);
    // Then the lightest things themselves, so that plinths are not empty from the door.
    if (navigator.connection?.saveData !== true) {
      const things = [...this.rows.keys()].filter((k) => this.rows[k].first).slice(0, MOST_MODELS);
      for (const k of things) {
        await this.model(k);
        drawn();
      }
    }
  }

  async fetch(k, size, side) {
    const row = this.rows[k];
    const mesh = this.pictures[k];
    if (!row[size] || row.shown === size || (size === "small" && row.shown)) {
      return;
    }
    this.fetching += 1;
    try {
      const answer = await fetch(row[size]);
      if (!answer.ok) {
        return;
      }
      const whole = await createImageBitmap(await answer.blob());
      const shrink = Math.min(1, side / Math.max(whole.width, whole.height));
      const picture = await createImageBitmap(whole, {
        resizeWidth: Math.max(Math.round(whole.width * shrink), 1),
        resizeHeight: Math.max(Math.round(whole.height * shrink), 1),
        resizeQuality: "high",
        imageOrientation: "flipY",
      });
      whole.close();
      // The large picture may have come first.
      if (this.closed || (size === "small" && row.shown)) {
        picture.close();
        return;
      }
      const texture = new Texture(picture);
      texture.flipY = false;
      texture.colorSpace = SRGBColorSpace;
      texture.minFilter = LinearMipmapLinearFilter;
      texture.anisotropy = 4;
      texture.needsUpdate = true;
      if (mesh.userData.aspect) {
        // An arch shows the middle of its picture, uncut in height.
        const part = Math.min(mesh.userData.aspect / (picture.width / picture.height), 1);
        texture.repeat.set(part, 1);
        texture.offset.set((1 - part) / 2, 0);
      }
      this.drop(mesh);
      mesh.material.map = texture;
      mesh.material.color.setScalar(this.dim);
      mesh.material.needsUpdate = true;
      row.shown = size;
    } catch {
      // A picture that cannot be fetched leaves its place in the wall's quiet colour.
    } finally {
      this.fetching -= 1;
    }
  }

  drop(mesh) {
    const old = mesh.material.map;
    if (old) {
      old.dispose();
      old.image?.close?.();
      mesh.material.map = null;
    }
  }

  /** As one stands before work `k`: its picture and its neighbours' sharp, all others small again; its thing on its plinth. */
  async near(k, drawn) {
    const close = new Set([k - 1, k, k + 1]);
    for (const [other, row] of this.rows.entries()) {
      if (row.shown === "large" && !close.has(other)) {
        row.shown = "";
        await this.fetch(other, "small", SMALL);
      }
    }
    for (const other of [k, k + 1, k - 1]) {
      if (this.rows[other] && !this.closed) {
        await this.fetch(other, "large", LARGE);
        drawn();
      }
    }
    await this.model(k);
    drawn();
  }

  /** Put the thing itself on its plinth; the one that was left longest ago goes where there are too many. */
  async model(k) {
    const [row, work] = [this.rows[k], this.plan.works[k]];
    if (!row?.model || row.modelBytes > MOST_MODEL_BYTES || !work.plinth || this.models.has(k) || this.closed) {
      return;
    }
    // Two that ask for the same thing wait for one.
    this.models.set(k, null);
    this.fetching += 1;
    try {
      const answer = await fetch(row.model);
      const thing = await readGlb(await answer.arrayBuffer(), { most: MODEL_TEXTURE, plain: true });
      if (this.closed) {
        discard(thing);
        return;
      }
      const size = new Box3().setFromObject(thing).getSize(new Vector3());
      // What lies flat is seen from above.
      work.flat = size.y < 0.4 * Math.max(size.x, size.z);
      const group = new Group();
      group.add(thing);
      group.position.set(work.at[0], work.plinth[1] + 0.002, work.at[2]);
      group.rotation.y = radians(work.facing);
      this.group.add(group);
      this.pictures[k].visible = false;
      this.models.set(k, group);
      const standing = [...this.models].filter(([, thing_]) => thing_);
      if (standing.length > MOST_MODELS) {
        const [oldest, gone] = standing[0];
        this.models.delete(oldest);
        discard(gone);
        this.group.remove(gone);
        this.pictures[oldest].visible = true;
      }
      if (work.flat) {
        this.arrived(k);
      }
    } catch {
      // The photograph stays.
      this.models.delete(k);
    } finally {
      this.fetching -= 1;
    }
  }

  close() {
    this.closed = true;
  }
}

function bars(mesh, work, angle, inner, outer, deep, colour) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, y, z] = work.at;
  const at = (a, b) => [x + a * c - 0.02 * s, y + b, z - a * s - 0.02 * c];
  const [w, h] = inner;
  const [ow, oh] = outer;
  const [tw, th] = [(ow - w) / 2, (oh - h) / 2];
  mesh.box(at(0, h / 2), [ow, th, deep], angle, colour, { bottom: true });
  mesh.box(at(0, -oh / 2), [ow, th, deep], angle, colour, { bottom: true });
  mesh.box(at(-(w + tw) / 2, -h / 2), [tw, h, deep], angle, colour);
  mesh.box(at((w + tw) / 2, -h / 2), [tw, h, deep], angle, colour);
}

/** A thin dark frame; a small thing has a mount between picture and frame. */
function frame(mesh, work, angle) {
  const [ow, oh] = work.outer;
  const bar = 0.025;
  bars(mesh, work, angle, [ow - 2 * bar, oh - 2 * bar], [ow, oh], 0.075, () => FRAME_WOOD);
  const [w, h] = work.size;
  if (ow - 2 * bar > w + 0.001 || oh - 2 * bar > h + 0.001) {
    bars(mesh, work, angle, [w, h], [ow - 2 * bar, oh - 2 * bar], 0.03, () => MOUNT);
  }
}

function board(mesh, work, angle) {
  const [x, y, z] = work.at;
  const [w, h] = work.outer;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  mesh.box([x + 0.005 * s, y - h / 2, z + 0.005 * c], [w + 0.01, h, 0.04], angle, () => [0.3, 0.28, 0.24], { bottom: true });
}

/** The stones round an arch, inside its outer size: their faces stand out of the wall, the picture lies deep behind them. */
function surround(mesh, work, angle, colour) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [x, y, z] = work.at;
  const [, h] = work.size;
  const at = ([a, b], out) => [x + a * c + out * s, y - h / 2 + b, z - a * s + out * c];
  const inner = archLine(work, STONE);
  const outer = archLine(work, 0);
  inner.slice(1).forEach((_, k) => {
    // A stone darker, a stone lighter; lit from above.
    const tone = (k % 2 ? 0.5 : 0.58) * (0.8 + 0.2 * (inner[k][1] / h));
    const [i, j, p, q] = [inner[k], inner[k + 1], outer[k], outer[k + 1]];
    mesh.corners([at(p, ARCH_DEEP), at(q, ARCH_DEEP), at(j, ARCH_DEEP), at(i, ARCH_DEEP)], () => times(colour, tone));
    // The depth of the arch, dark towards the picture; and the stones' outer edge.
    const deep = (point) => times(colour, tone * (0.25 + 0.55 * (Math.abs((point[0] - x) * s + (point[2] - z) * c) / ARCH_DEEP)));
    mesh.corners([at(i, ARCH_DEEP), at(j, ARCH_DEEP), at(j, 0), at(i, 0)], deep);
    mesh.corners([at(p, 0), at(q, 0), at(q, ARCH_DEEP), at(p, ARCH_DEEP)], () => times(colour, tone * 0.6));
  });
}

/** The line of a round arch from its right foot to its left, `less` metres inside its size: [x, height] from its foot's middle. */
function archLine(work, less) {
  const [w, h] = work.size;
  const [half, spring] = [w / 2 - less, h - w / 2];
  const line = [[half, 0]];
  for (let k = 0; k <= ARCH_STONES; k += 1) {
    const angle = (Math.PI * k) / ARCH_STONES;
    line.push([Math.cos(angle) * half, spring + Math.sin(angle) * half]);
  }
  return [...line, [-half, 0]];
}
