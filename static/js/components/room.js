// A room to walk through; the engine is fetched when the visitor presses, not before.
import { door } from "../engine/entry.js";

export function mount(element) {
  let hall = location.pathname;
  door(element, "room", async (hooks) => {
    const { enter } = await import("../room/walk.js");
    const walk = await enter(element, hooks);
    element.stage = walk.stage;
    element.walk = walk;
    element.querySelector('[data-act="next"]').focus();
    return () => {
      hall = walk.hall;
      delete element.walk;
      delete element.stage;
      walk.close();
    };
  });
  // Doors one went through stand in the browser's history; outside the room their pages are read anew.
  window.addEventListener("popstate", () => {
    if (element.walk) {
      element.walk.followHistory();
    } else if (location.pathname !== hall) {
      location.reload();
    }
  });
}
