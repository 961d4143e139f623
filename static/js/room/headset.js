// An experiment: the room in a headset (https://www.w3.org/TR/webxr/); a press of the trigger goes to the next work.
import { Vector3 } from "../../vendor/three/three.js";

/** Show the room of `walk` (walk.js) in the headset; where it refuses, a sentence says so and the room stays on the screen. */
export async function wear(walk) {
  const { renderer, camera, scene } = walk.stage;
  let session = null;
  try {
    session = await navigator.xr.requestSession("immersive-vr", { requiredFeatures: ["local-floor"] });
    renderer.xr.enabled = true;
    await renderer.xr.setSession(session);
  } catch {
    renderer.xr.enabled = false;
    session?.end();
    walk.say(walk.sentence("no-headset"));
    return;
  }
  const stand = () => {
    // The headset owns the camera; the room is moved round it instead.
    scene.rotation.y = -walk.at.yaw;
    scene.position.set(-walk.at.x, 0, -walk.at.z).applyAxisAngle(new Vector3(0, 1, 0), -walk.at.yaw);
  };
  session.addEventListener("select", () => {
    walk.go(Math.min(walk.current + 1, walk.rows.length - 1), { cut: true });
    stand();
  });
  session.addEventListener("end", () => {
    renderer.setAnimationLoop(null);
    renderer.xr.enabled = false;
    scene.rotation.y = 0;
    scene.position.set(0, 0, 0);
    walk.stage.fit();
  });
  stand();
  renderer.setAnimationLoop(() => renderer.render(scene, camera));
}
