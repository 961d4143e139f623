// A room to walk through; the engine is fetched when the visitor presses, not before.
import { door } from "../engine/entry.js";

export function mount(element) {
  door(element, "room", async (hooks) => {
    const { enter } = await import("../room/walk.js");
    const walk = await enter(element, hooks);
    element.stage = walk.stage;
    element.walk = walk;
    element.querySelector('[data-act="next"]').focus();
    return () => walk.close();
  });
}
