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
 * `open({ sorry })` starts it (it may be asynchronous) and answers a function that closes it; it calls `sorry(name)` where the view is lost later.
 * Sentences are `<template data-sentence="…">` inside the element: webgl, crashed, lost, data. `[data-plain]` (role status)
 * shows them. While open, the element carries `data-open`; `[data-leave]` buttons close. Focus goes back to the press.
 */
export function door(element, name, open) {
  const press = element.querySelector("[data-enter]");
  const plain = element.querySelector("[data-plain]");
  const flag = `rihla-${name}`;
  let close = null;

  const say = (kind) => {
    const sentence = element.querySelector(`template[data-sentence="${kind}"]`);
    plain.textContent = sentence ? sentence.content.textContent.trim() : "";
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
    if (close) {
      const closing = close;
      close = null;
      closing();
      remember("");
      delete element.dataset.open;
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
    if (close || element.dataset.open === "") {
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
    try {
      close = await open({ sorry, leave });
      remember("");
    } catch (error) {
      console.warn(error);
      delete element.dataset.open;
      remember("");
      sorry(error instanceof TypeError ? "failed" : "webgl");
    } finally {
      press.removeAttribute("aria-busy");
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
  for (const button of element.querySelectorAll("[data-leave]")) {
    button.addEventListener("click", leave);
  }
  return { enter, leave };
}
