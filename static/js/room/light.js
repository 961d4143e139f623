// The light of a room, worked out once and kept in the colours of its corners: spots over the works, dusk in the corners.
import { Color } from "../../vendor/three/three.js";

const bell = (distance, width) => Math.exp(-((distance / width) ** 2) / 2);
const nook = (distance) => 1 - 0.38 * Math.exp(-Math.max(distance, 0) / 0.45);

/** A CSS colour as linear red, green, blue. */
export function linear(css) {
  const { r, g, b } = new Color(css.trim());
  return [r, g, b];
}

export const times = (colour, light) => colour.map((part) => part * light);
export const mixed = (one, other, part) => one.map((value, k) => value * (1 - part) + other[k] * part);

/** The way a wall looks into the room: [x, z]. */
export const outwards = (facing) => [Math.round(Math.sin((facing * Math.PI) / 180)), Math.round(Math.cos((facing * Math.PI) / 180))];

/** The colour of the lamps: a little of it lies on every wall, or a dark wall would not show that it is lit. */
const LAMP = [0.024, 0.0215, 0.0175];

/** How bright the room is at a point: `wall(point, facing, colour)` answers the lit colour, `floor` and `ceiling` 1 for full light. */
export function lighting(plan) {
  const [width, depth, height] = plan.size;
  const lit = [...plan.works, plan.text];
  const edge = ([x, , z]) => [width / 2 - Math.abs(x), depth / 2 - Math.abs(z)];

  return {
    wall(point, facing, colour) {
      const [x, y, z] = point;
      const alongX = facing === 0 || facing === 180;
      // A lamp's light is narrow under the ceiling and opens towards the floor.
      const open = 0.62 + 0.5 * Math.min(Math.max((height - 0.4 - y) / height, 0), 1);
      let light = 0;
      for (const work of lit) {
        if (work.facing !== facing) {
          continue;
        }
        const [outer, tall] = work.outer;
        const aside = alongX ? x - work.at[0] : z - work.at[2];
        const above = y - work.at[1];
        // Brightest over the upper half of the work, falling away slowly towards the floor.
        light += bell(aside, (outer / 2 + 0.5) * open) * bell(above - 0.15, tall / 2 + (above > 0 ? 0.55 : 0.85));
      }
      light = Math.min(light, 1.1);
      const [toX, toZ] = edge(point);
      const dusk = nook(alongX ? toX : toZ) * nook(y) * (0.72 + 0.28 * nook(height - y));
      return colour.map((part, k) => (part * (0.44 + 0.86 * light) + LAMP[k] * light) * dusk);
    },
    floor(point) {
      const [toX, toZ] = edge(point);
      let light = 0.46;
      for (const work of lit) {
        const [outX, outZ] = outwards(work.facing);
        const [x, z] = [work.at[0] + outX * 0.7, work.at[2] + outZ * 0.7];
        light += 0.42 * bell(Math.hypot(point[0] - x, point[2] - z), 1.15);
      }
      return Math.min(light, 1.02) * nook(toX) * nook(toZ);
    },
    ceiling(point) {
      const [toX, toZ] = edge(point);
      return 0.5 * nook(toX) * nook(toZ);
    },
  };
}
