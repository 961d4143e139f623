// The door to every three-dimensional view: nothing loads before the press; where a device cannot show it, or could not
// the last time, a plain sentence says so and the list on the page stays what it is.

const connection = () => navigator.connection?.saveData === true;

function hasWebGL2() {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}

/**
 * Make the press of `[data-enter]` inside `element` open a view.
 *
 * `open({ sorry, leave })` starts it (it may be asynchronous) and answers a function that closes it; it calls `sorry(name)`
 * where the view is lost later.
 * Sentences are `<template data-sentence="…">` inside the element: webgl, crashed, lost, failed, data, opening. `[data-plain]`
 * (role status) shows them, `[data-says]` the last one while the view is fetched. While open, the element carries `data-open`;
 * `[data-leave]` buttons close, and Escape while it is fetched. Focus goes back to the press.
 */
export function door(element, name, open) {
  const press = element.querySelector("[data-enter]");
  const plain = element.querySelector("[data-plain]");
  const says = element.querySelector("[data-says]");
  const flag = `rihla-${name}`;
  let close = null;
  let opening = null;

  const sentence = (kind) => element.querySelector(`template[data-sentence="${kind}"]`)?.content.textContent.trim() ?? "";

  const say = (kind) => {
    plain.textContent = sentence(kind);
    plain.hidden = !plain.textContent;
  };

  const remember = (value) => {
    try {
      if (value) {
        sessionStorage.setItem(flag, value);
      } else {
        sessionStorage.removeItem(flag);
      }
    } catch {
      // A browser may keep nothing; then nothing is remembered.
    }
  };

  const leave = () => {
    if (close || opening) {
      close?.();
      close = opening = null;
      remember("");
      delete element.dataset.open;
      press.removeAttribute("aria-busy");
      press.focus();
    }
  };

  const sorry = (kind) => {
    leave();
    say(kind);
    plain.tabIndex = -1;
    plain.focus();
  };

  const enter = async () => {
    if (close || opening) {
      return;
    }
    if (!hasWebGL2()) {
      sorry("webgl");
      return;
    }
    say("");
    remember("starting");
    press.setAttribute("aria-busy", "true");
    element.dataset.open = "";
    says.textContent = sentence("opening");
    element.querySelector("[data-leave]").focus();
    const mine = (opening = {});
    try {
      const closing = await open({ sorry, leave });
      if (opening === mine) {
        close = closing;
        opening = null;
        remember("");
        press.removeAttribute("aria-busy");
        if (says.textContent === sentence("opening")) {
          says.textContent = "";
        }
      } else {
        // The visitor left before it was there.
        closing();
      }
    } catch (error) {
      console.warn(error);
      if (opening === mine) {
        sorry(error instanceof TypeError ? "failed" : "webgl");
      }
    }
  };

  let crashed = false;
  try {
    crashed = sessionStorage.getItem(flag) === "starting";
  } catch {
    crashed = false;
  }
  if (crashed) {
    say("crashed");
    remember("");
  } else if (connection()) {
    say("data");
  }
  press.hidden = false;
  press.addEventListener("click", enter);
  window.addEventListener("pagehide", () => remember(""));
  element.addEventListener("keydown", (event) => event.key === "Escape" && opening && leave());
  for (const button of element.querySelectorAll("[data-view] [data-leave]")) {
    button.addEventListener("click", leave);
  }
  return { enter, leave };
}
