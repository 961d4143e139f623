// A thing on the museum's plaster, lit as for a photograph, turned and neared. Visitors' hands and curators' desks stand on it.
import { Box3, CanvasTexture, Color, DirectionalLight, HemisphereLight, Mesh, MeshBasicMaterial, PlaneGeometry, Vector3 } from "../../vendor/three/three.js";
import { readGlb } from "../engine/glb.js";
import { Stage } from "../engine/stage.js";
import { clamp, turning } from "../engine/turn.js";

const FIELD = 32;
export const FIRST = [24, 16, 1];

const radians = (degrees) => (degrees * Math.PI) / 180;

/** The thing of a model file; rejects where it cannot be fetched or read. */
export async function fetchThing(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new TypeError("the model could not be fetched");
  }
  return readGlb(await answer.arrayBuffer(), { metal: 0.35 });
}

export class Turntable {
  /** The thing in `host`. options: label of the canvas, ground (a CSS colour), lost (called when the context is lost). */
  constructor(host, thing, { label, ground, lost = () => {} }) {
    this.stage = new Stage(host, { label, fov: FIELD, near: 0.005, lost });
    const box = new Box3().setFromObject(thing);
    this.size = box.getSize(new Vector3());
    thing.position.sub(box.getCenter(new Vector3()));
    this.radius = this.size.length() / 2;
    this.stage.scene.add(thing);
    this.light(ground);
    this.looked = () => {};
    this.place(FIRST);
    this.stage.before = () => this.look();
    this.stopTurning = turning(this.stage.canvas, {
      turn: (right, up) => this.roll(right, -up),
      zoom: (factor) => this.zoom(factor),
      perPixel: () => 0.4,
      keys: host,
    });
    this.stage.draw();
  }

  /** Sky and table, a lamp from the window side, a rim from behind; a soft shadow where it stands. */
  light(ground) {
    const { scene, camera } = this.stage;
    scene.background = new Color(ground);
    scene.add(new HemisphereLight(0xffffff, 0xb9a68c, 1.5));
    for (const [colour, power, at] of [[0xfff0da, 2.4, [-2, 3, 3]], [0xdfe8ff, 0.9, [3, 1.2, 2]], [0xffffff, 1.3, [0.5, 2, -3]]]) {
      const lamp = new DirectionalLight(colour, power);
      lamp.position.set(...at);
      // Lamps stand still while the thing is turned: they hang on the camera.
      camera.add(lamp);
    }
    scene.add(camera);
    const board = document.createElement("canvas");
    board.width = board.height = 128;
    const pen = board.getContext("2d");
    const shade = pen.createRadialGradient(64, 64, 8, 64, 64, 62);
    shade.addColorStop(0, "rgb(0 0 0 / 45%)");
    shade.addColorStop(0.5, "rgb(0 0 0 / 18%)");
    shade.addColorStop(1, "rgb(0 0 0 / 0%)");
    pen.fillStyle = shade;
    pen.fillRect(0, 0, 128, 128);
    const shadow = new Mesh(
      new PlaneGeometry(this.size.x * 1.5 + this.size.y * 0.15, this.size.z * 1.5 + this.size.y * 0.15),
      new MeshBasicMaterial({ map: new CanvasTexture(board), transparent: true, depthWrite: false }),
    );
    shadow.rotation.x = -Math.PI / 2;
    shadow.position.y = -this.size.y / 2 - 0.001;
    scene.add(shadow);
  }

  look() {
    const { camera } = this.stage;
    const tangent = Math.tan(radians(FIELD) / 2) * Math.min(1, camera.aspect);
    const away = (this.radius * 1.08) / tangent / this.at.near;
    const [turn, rise] = [radians(this.at.turn), radians(this.at.rise)];
    camera.position.set(Math.sin(turn) * Math.cos(rise) * away, Math.sin(rise) * away, Math.cos(turn) * Math.cos(rise) * away);
    camera.lookAt(0, 0, 0);
    this.looked();
  }

  roll(right, up) {
    this.at.turn += right;
    this.at.rise = clamp(this.at.rise + up, -60, 89);
    this.stage.draw();
  }

  zoom(factor) {
    this.at.near = clamp(this.at.near * factor, 0.6, 8);
    this.stage.draw();
  }

  /** Stand at once where a view says: turn and rise in degrees, nearness. */
  place([turn, rise, near]) {
    this.at = { turn, rise: clamp(rise, -60, 89), near: clamp(near, 0.6, 8) };
  }

  /** Go there, by the shorter way round. */
  go([turn, rise, near]) {
    const start = { ...this.at };
    const round = ((((turn - start.turn) % 360) + 540) % 360) - 180;
    this.stage.move(600, (part) => {
      this.place([start.turn + round * part, start.rise + (rise - start.rise) * part, start.near + (near - start.near) * part]);
    });
  }

  close() {
    this.stopTurning();
    this.stage.close();
  }
}
