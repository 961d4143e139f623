// A place to stand in; engine and picture are fetched when the visitor presses, not before.
import { door } from "../engine/entry.js";

export function mount(element) {
  door(element, "panorama", async (hooks) => {
    const { stand } = await import("../panorama/stand.js");
    const place = await stand(element, hooks);
    element.stage = place.stage;
    element.place = place;
    element.querySelector('[data-act="next"]').focus();
    return () => {
      delete element.place;
      delete element.stage;
      place.close();
    };
  });
}
