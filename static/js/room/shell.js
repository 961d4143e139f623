// Walls, floor, ceiling, doors and frieze of a room.
import { DoubleSide, Group, Mesh, MeshBasicMaterial, PlaneGeometry } from "../../vendor/three/three.js";
import { FLOOR_REPEAT, NEXT_DEEP, beyond } from "./beyond.js";
import { lighting, linear, mixed, outwards, times } from "./light.js";
import { frieze, oak, plaster, sign } from "./lettering.js";
import { Mesher } from "./mesher.js";

const CELL = 0.3;
const cells = (length, cell = CELL) => Math.max(Math.round(length / cell), 1);
const WHITE = [1, 1, 1];
const PLASTER_REPEAT = 1.7;
const FRIEZE_HIGH = 0.34;

/**
 * The shell as a Group. `colours` are CSS: wall, ink, rule; `doors` has `before` and `after` where there are such rooms:
 * `{ name, number, colour }`; `outside` is the colour of what lies before the first room.
 */
export async function shell(plan, { colours, dark, doors, pattern }) {
  const [width, depth, height] = plan.size;
  const light = lighting(plan);
  const wall = linear(colours.wall);
  const group = new Group();
  const walls = new Mesher();
  const floor = new Mesher();
  const [doorWidth, doorHeight] = plan.door;

  const stretch = (facing, from, to, bottom, top) => {
    const [outX, outZ] = outwards(facing);
    const [runX, runZ] = [outZ, -outX];
    const away = facing === 90 || facing === 270 ? width / 2 : depth / 2;
    const start = [-outX * away + runX * from, bottom, -outZ * away + runZ * from];
    const length = to - from;
    walls.quad(
      start,
      [runX * length, 0, runZ * length],
      [0, top - bottom, 0],
      (point) => light.wall(point, facing, wall),
      {
        across: cells(length),
        high: cells(top - bottom),
        uv: [from / PLASTER_REPEAT, bottom / PLASTER_REPEAT, to / PLASTER_REPEAT, top / PLASTER_REPEAT],
      },
    );
    // A skirting board, a hand high, a little darker than its wall.
    if (bottom === 0) {
      const proud = start.map((value, k) => value + [outX, 0, outZ][k] * 0.012);
      walls.quad(proud, [runX * length, 0, runZ * length], [0, 0.11, 0], (point) =>
        light.wall(point, facing, mixed(wall, [0.01, 0.01, 0.012], 0.45)),
      );
    }
  };
  const pierced = (facing, half) => {
    stretch(facing, -half, -doorWidth / 2, 0, height);
    stretch(facing, doorWidth / 2, half, 0, height);
    stretch(facing, -doorWidth / 2, doorWidth / 2, doorHeight, height);
  };
  stretch(90, -depth / 2, depth / 2, 0, height);
  stretch(270, -depth / 2, depth / 2, 0, height);
  pierced(180, width / 2);
  if (plan.exit) {
    pierced(0, width / 2);
    beyond(plan, { side: -1, wall, walls, floor, dark, colour: linear(doors.after?.colour ?? colours.wall) });
  } else {
    stretch(0, -width / 2, width / 2, 0, height);
  }
  beyond(plan, { side: 1, wall, walls, floor, dark, colour: linear(doors.before?.colour ?? colours.outside) });

  const ceiling = dark ? [0.02, 0.024, 0.045] : [0.72, 0.69, 0.63];
  walls.quad([-width / 2, height, -depth / 2], [width, 0, 0], [0, 0, depth], (point) => times(ceiling, light.ceiling(point) * 1.6), {
    across: cells(width, 1),
    high: cells(depth, 1),
    uv: [0, 0, width / PLASTER_REPEAT, depth / PLASTER_REPEAT],
  });
  rails(walls, plan);
  group.add(new Mesh(walls.geometry(), new MeshBasicMaterial({ map: plaster(), vertexColors: true, side: DoubleSide })));

  floor.quad([-width / 2, 0, depth / 2], [width, 0, 0], [0, 0, -depth], (point) => times(WHITE, light.floor(point)), {
    across: cells(width, 0.45),
    high: cells(depth, 0.45),
    uv: [0, 0, width / FLOOR_REPEAT, depth / FLOOR_REPEAT],
  });
  group.add(new Mesh(floor.geometry(), new MeshBasicMaterial({ map: oak(dark), vertexColors: true })));

  const drawn = await frieze(pattern, colours.ink);
  if (drawn) {
    group.add(friezeMesh(plan, drawn));
  }
  for (const [door, side] of [[doors.after, -1], [doors.before, 1]]) {
    if (door) {
      const angle = side < 0 ? 0 : Math.PI;
      group.add(letters(sign(door.name, colours.ink), [2.4, 0.3], [0, doorHeight + 0.22, side * (depth / 2 - 0.015)], angle));
      group.add(letters(sign(door.number, door.ink, 1), [1.5, 1.5], [0, 1.55, side * (depth / 2 + NEXT_DEEP - 0.02)], angle));
    }
  }
  return group;
}

/** Rails with a spot for each work, under the ceiling. */
function rails(mesh, plan) {
  const height = plan.size[2];
  const metal = () => [0.035, 0.034, 0.033];
  for (const facing of [0, 90, 180, 270]) {
    const works = [...plan.works, plan.text].filter((work) => work.facing === facing);
    if (!works.length) {
      continue;
    }
    const [outX, outZ] = outwards(facing);
    const alongX = facing === 0 || facing === 180;
    const along = works.map((work) => (alongX ? work.at[0] : work.at[2]));
    const [from, to] = [Math.min(...along) - 0.4, Math.max(...along) + 0.4];
    const [halfWidth, halfDepth] = [plan.size[0] / 2, plan.size[1] / 2];
    const across = alongX ? -outZ * halfDepth + outZ * 1.3 : -outX * halfWidth + outX * 1.3;
    const middle = alongX ? [(from + to) / 2, height - 0.1, across] : [across, height - 0.1, (from + to) / 2];
    const size = alongX ? [to - from, 0.04, 0.04] : [0.04, 0.04, to - from];
    mesh.box(middle, size, 0, metal, { bottom: true });
    along.forEach((at) => {
      const spot = alongX ? [at, height - 0.3, across] : [across, height - 0.3, at];
      mesh.box(spot, [0.09, 0.2, 0.09], 0, metal, { bottom: true });
    });
  }
}

function friezeMesh(plan, { texture, aspect }) {
  const [width, depth, height] = plan.size;
  const band = new Mesher();
  const repeat = FRIEZE_HIGH * aspect;
  for (const facing of [0, 90, 180, 270]) {
    const [outX, outZ] = outwards(facing);
    const [runX, runZ] = [outZ, -outX];
    const long = facing === 90 || facing === 270 ? depth : width;
    const away = (facing === 90 || facing === 270 ? width : depth) / 2 - 0.008;
    const times_ = Math.max(Math.round(long / repeat), 1);
    band.quad(
      [-outX * away - (runX * long) / 2, height - 0.2 - FRIEZE_HIGH, -outZ * away - (runZ * long) / 2],
      [runX * long, 0, runZ * long],
      [0, FRIEZE_HIGH, 0],
      () => WHITE,
      { uv: [0, 0, times_, 1] },
    );
  }
  const material = new MeshBasicMaterial({ map: texture, transparent: true, opacity: 0.42, depthWrite: false });
  return new Mesh(band.geometry(), material);
}

/** Words on a wall: above a door the name of the room behind it, deep in that room its number. */
function letters(texture, size, at, angle) {
  const mesh = new Mesh(new PlaneGeometry(...size), new MeshBasicMaterial({ map: texture, transparent: true, depthWrite: false }));
  mesh.position.set(...at);
  mesh.rotation.y = angle;
  return mesh;
}
