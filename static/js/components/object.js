// An object to turn in one's hand; engine and model are fetched when the visitor presses, not before.
import { door } from "../engine/entry.js";

export function mount(element) {
  door(element, "object", async (hooks) => {
    const { take } = await import("../object/hand.js");
    const hand = await take(element, hooks);
    element.stage = hand.stage;
    element.hand = hand;
    element.querySelector("[data-look]").focus();
    return () => {
      delete element.hand;
      delete element.stage;
      hand.close();
    };
  });
}
