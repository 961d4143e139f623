// What a visitor can reach: where a body may stand, and what a touch on the window points at.
import { Vector3 } from "../../vendor/three/three.js";
import { outwards } from "./light.js";

/** Half the breadth of a visitor, in metres. */
export const BODY = 0.35;

/** Whether walls, plinths or a bench keep one from standing at a point. */
export function blocked(plan, x, z) {
  const [width, depth] = plan.size;
  if (Math.abs(x) > width / 2 - BODY || Math.abs(z) > depth / 2 - BODY) {
    return true;
  }
  const boxes = plan.works.filter((work) => work.plinth).map((work) => {
    const [outX] = outwards(work.facing);
    const [wide, , deep] = work.plinth;
    return [work.at[0], work.at[2], outX ? deep : wide, outX ? wide : deep];
  });
  if (plan.bench) {
    boxes.push(plan.bench);
  }
  return boxes.some(([bx, bz, wide, deep]) => Math.abs(x - bx) < wide / 2 + BODY && Math.abs(z - bz) < deep / 2 + BODY);
}

/**
 * What lies under a point of the window (-1 to 1 across and up): `{ work }` (-1 for the text on the wall), `{ door }` of
 * `doors` (the names of the way on and the way back, where they are open), `{ floor: [x, z] }`, or nothing.
 */
export function pointed(plan, camera, across, up, [onward, back]) {
  const ray = new Vector3(across, up, 0.5).unproject(camera);
  const from = camera.position;
  ray.sub(from).normalize();
  let [best, found] = [Infinity, undefined];
  [...plan.works, plan.text].forEach((work, k) => {
    const [outX, outZ] = outwards(work.facing);
    const slope = ray.x * outX + ray.z * outZ;
    const far = ((work.at[0] - from.x) * outX + (work.at[2] - from.z) * outZ) / slope;
    if (slope < 0 && far > 0 && far < best) {
      const along = (from.x + ray.x * far - work.at[0]) * outZ - (from.z + ray.z * far - work.at[2]) * outX;
      const above = from.y + ray.y * far - work.at[1];
      const reach = Math.max(work.outer[0], work.plinth?.[0] ?? 0) / 2 + 0.3;
      const below = work.plinth ? work.at[1] : work.outer[1] / 2 + 0.1;
      if (Math.abs(along) < reach && above < work.outer[1] / 2 + 0.15 && above > -below) {
        [best, found] = [far, k < plan.works.length ? k : -1];
      }
    }
  });
  if (found !== undefined) {
    return { work: found };
  }
  const [, depth] = plan.size;
  for (const [side, door] of [[-1, onward], [1, back]]) {
    const far = ((side * depth) / 2 - from.z) / ray.z;
    const high = from.y + ray.y * far;
    if (door && far > 0 && Math.abs(from.x + ray.x * far) < plan.door[0] / 2 && high < plan.door[1] && high > 0) {
      return { door };
    }
  }
  const far = -from.y / ray.y;
  const floor = [from.x + ray.x * far, from.z + ray.z * far];
  return ray.y < 0 && far < 30 && !blocked(plan, ...floor) ? { floor } : {};
}
