/* Places in the admin's forms are typed by name with suggestions, also in rows that are added later. Without it the
   name is sent as it was typed. */
import { mount } from "../components/suggest.js";

const mounted = new WeakSet();

function mountAll() {
  for (const field of document.querySelectorAll("[data-museum-place]")) {
    // The empty row that new ones are copied from stays as the server wrote it.
    if (!mounted.has(field)) {
      mounted.add(field);
      mount(field);
    }
  }
}

mountAll();
new MutationObserver(mountAll).observe(document.body, { childList: true, subtree: true });
