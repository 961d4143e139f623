// Many quads in one geometry, so that a whole room's walls, frames or labels are drawn at once.
import { BufferGeometry, Float32BufferAttribute } from "../../vendor/three/three.js";

export class Mesher {
  constructor() {
    this.positions = [];
    this.uvs = [];
    this.colours = [];
    this.indices = [];
  }

  /**
   * A rectangle from `origin` along `right` and `up` (triples of metres), cut into `across` x `high` cells.
   * `colour(point)` answers linear red, green, blue; `uv` is [u0, v0, u1, v1].
   */
  quad(origin, right, up, colour, { across = 1, high = 1, uv = [0, 0, 1, 1] } = {}) {
    const first = this.positions.length / 3;
    for (let j = 0; j <= high; j += 1) {
      for (let i = 0; i <= across; i += 1) {
        const [a, b] = [i / across, j / high];
        const point = origin.map((value, k) => value + right[k] * a + up[k] * b);
        this.positions.push(...point);
        this.uvs.push(uv[0] + (uv[2] - uv[0]) * a, uv[1] + (uv[3] - uv[1]) * b);
        this.colours.push(...colour(point));
      }
    }
    for (let j = 0; j < high; j += 1) {
      for (let i = 0; i < across; i += 1) {
        const at = first + j * (across + 1) + i;
        this.indices.push(at, at + 1, at + across + 2, at, at + across + 2, at + across + 1);
      }
    }
  }

  /** Four corners, counter-clockwise as seen from the front. */
  corners(points, colour) {
    const first = this.positions.length / 3;
    points.forEach((point, k) => {
      this.positions.push(...point);
      this.uvs.push(k === 1 || k === 2 ? 1 : 0, k > 1 ? 1 : 0);
      this.colours.push(...colour(point));
    });
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  /** A box standing on `base` (its middle), turned by `angle` (radians); sides may have their own colours. */
  box([x, y, z], [width, height, depth], angle, colour, { top = colour, bottom = false } = {}) {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const place = (a, b, d) => [x + a * c + d * s, y + b, z - a * s + d * c];
    const [w, d] = [width / 2, depth / 2];
    const side = (from, to, paint) => {
      const start = place(from[0], 0, from[1]);
      const end = place(to[0], 0, to[1]);
      this.quad(start, [end[0] - start[0], 0, end[2] - start[2]], [0, height, 0], paint);
    };
    side([-w, d], [w, d], colour);
    side([w, d], [w, -d], colour);
    side([w, -d], [-w, -d], colour);
    side([-w, -d], [-w, d], colour);
    const corner = place(-w, height, d);
    const right = [width * c, 0, -width * s];
    const back = [-depth * s, 0, -depth * c];
    this.quad(corner, right, back, top);
    if (bottom) {
      this.quad(place(-w, 0, -d), right, back.map((value) => -value), colour);
    }
  }

  get empty() {
    return !this.indices.length;
  }

  geometry() {
    const made = new BufferGeometry();
    made.setAttribute("position", new Float32BufferAttribute(this.positions, 3));
    made.setAttribute("uv", new Float32BufferAttribute(this.uvs, 2));
    made.setAttribute("color", new Float32BufferAttribute(this.colours, 3));
    made.setIndex(this.indices);
    return made;
  }
}
