// What is seen through a door: the depth of the wall, and the next room with a light in it, so that one would walk further.
import { mixed, times } from "./light.js";

/** Metres that one repeat of the floor's boards covers. */
export const FLOOR_REPEAT = 2.4;
const WALL_DEEP = 0.35;
/** From the wall of this room to the far wall of what is seen of the next. */
export const NEXT_DEEP = 4.4;
const NEXT_HALF = 3.4;

/** Add to the meshes `walls` and `floor` what lies behind the door at `side` (-1 the way on, 1 the way back). */
export function beyond(plan, { side, wall, walls, floor, dark, colour }) {
  const [, depth, height] = plan.size;
  const [wide, high] = plan.door;
  const half = wide / 2;
  const z = (side * depth) / 2;
  const thick = side * WALL_DEEP;
  const far = z + side * NEXT_DEEP;
  const away = (point) => Math.abs(point[2] - z);

  // The wall's own thickness: jambs and lintel.
  const jamb = (point) => times(wall, 0.4 + 0.5 * (away(point) / WALL_DEEP));
  for (const x of [-half, half]) {
    walls.quad([x, 0, z], [0, 0, thick], [0, high, 0], jamb, { across: 2, high: 4 });
  }
  walls.quad([-half, high, z], [wide, 0, 0], [0, 0, thick], () => times(wall, 0.3));

  // The next room: its far wall in a pool of light, its sides in dusk.
  const pool = ([x, y]) => Math.exp(-((x / 1.5) ** 2) / 2 - (((y - 1.7) / 1.25) ** 2) / 2);
  walls.quad([-NEXT_HALF, 0, far], [2 * NEXT_HALF, 0, 0], [0, height, 0], (point) =>
    times(mixed(colour, [0.5, 0.42, 0.3], 0.05 * pool(point)), (0.34 + 0.8 * pool(point)) * (0.75 + 0.25 * Math.min(point[1], 1))), {
    across: 14,
    high: 10,
  });
  for (const x of [-NEXT_HALF, NEXT_HALF]) {
    walls.quad([x, 0, z + thick], [0, 0, far - z - thick], [0, height, 0], (point) => times(colour, 0.25 + 0.06 * away(point)), { across: 4, high: 2 });
  }
  walls.quad([-NEXT_HALF, height, z + thick], [2 * NEXT_HALF, 0, 0], [0, 0, far - z - thick], () => (dark ? [0.02, 0.024, 0.045] : [0.3, 0.28, 0.25]));
  floor.quad([-NEXT_HALF, 0, Math.max(z, far)], [2 * NEXT_HALF, 0, 0], [0, 0, -NEXT_DEEP], (point) => {
    const lit = 0.3 + 0.5 * Math.exp(-(((away(point) - NEXT_DEEP + 1) / 1.3) ** 2) - (point[0] / 1.9) ** 2);
    return [lit, lit, lit];
  }, {
    across: 12,
    high: 8,
    uv: [0, 0, (2 * NEXT_HALF) / FLOOR_REPEAT, NEXT_DEEP / FLOOR_REPEAT],
  });
}
