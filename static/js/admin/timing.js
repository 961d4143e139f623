/* Timing a transcript with the keyboard alone. The lines are ordinary inputs: what the keys do can also be typed, and
   the server judges what is sent. */

const TENTH = 0.1;

function seconds(text) {
  const parts = text.trim().replace(",", ".").split(":").map(Number);
  return text.trim() && parts.every(Number.isFinite) ? parts.reduce((sum, part) => sum * 60 + part, 0) : null;
}

function clock(moment) {
  const tenths = Math.max(0, Math.round(moment * 10));
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  const tail = `${String(Math.floor(rest / 10)).padStart(2, "0")}.${rest % 10}`;
  const hours = Math.floor(minutes / 60);
  return hours ? `${hours}:${String(minutes % 60).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

function mount(root) {
  const form = root.querySelector("[data-timing-form]");
  const media = root.querySelector("[data-media]");
  const board = root.querySelector("[data-board]");
  const list = root.querySelector("[data-lines]");
  const status = root.querySelector("[data-status]");
  const template = root.querySelector("[data-line-template]");
  const undo = [];
  let chosen = 0;
  let changed = false;

  const rows = () => [...list.children];
  const input = (row, name) => row.querySelector(`[name=${name}]`);

  function choose(index) {
    chosen = Math.min(Math.max(index, 0), Math.max(rows().length - 1, 0));
    for (const [place, row] of rows().entries()) row.classList.toggle("museum-timing__line--chosen", place === chosen);
    const row = rows()[chosen];
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    status.textContent = `${status.dataset.line} ${chosen + 1}/${rows().length} · ${input(row, "start").value || "–"} · ${input(row, "text").value.slice(0, 60)}`;
  }

  function set(row, name, value) {
    undo.push([row, name, input(row, name).value]);
    input(row, name).value = value;
    changed = true;
  }

  function begin() {
    const row = rows()[chosen];
    if (!row) return;
    undo.push(null);
    const now = media.currentTime;
    set(row, "start", clock(now));
    const before = rows()[chosen - 1];
    const ends = before && seconds(input(before, "end").value);
    const began = before && seconds(input(before, "start").value);
    if (before && began !== null && (ends === null || ends > now || ends <= began)) set(before, "end", clock(now));
    const end = seconds(input(row, "end").value);
    if (chosen === rows().length - 1 && (end === null || end <= now)) {
      set(row, "end", clock(Number.isFinite(media.duration) ? media.duration : now + 5));
    }
    choose(chosen + 1);
  }

  function takeBack() {
    let step = undo.pop();
    if (!step) return;
    while (step) {
      const [row, name, value] = step;
      input(row, name).value = value;
      if (name === "start") choose(rows().indexOf(row));
      step = undo.pop();
    }
  }

  function correct(amount) {
    const row = rows()[chosen];
    const start = row && seconds(input(row, "start").value);
    if (start === null || start === undefined) return;
    const before = rows()[chosen - 1];
    const touches = before && seconds(input(before, "end").value) === start;
    undo.push(null);
    set(row, "start", clock(start + amount));
    if (touches) set(before, "end", clock(start + amount));
    choose(chosen);
  }

  function endNow() {
    const heard = rows().findLast((row) => {
      const start = seconds(input(row, "start").value);
      return start !== null && start < media.currentTime;
    });
    if (!heard) return;
    undo.push(null);
    set(heard, "end", clock(media.currentTime));
  }

  function hear() {
    const start = rows()[chosen] && seconds(input(rows()[chosen], "start").value);
    if (start === null || start === undefined) return;
    media.currentTime = start;
    media.play().catch(() => {});
  }

  function addBelow() {
    const row = template.content.firstElementChild.cloneNode(true);
    if (rows().length) rows()[chosen].after(row);
    else list.append(row);
    choose(rows().indexOf(row));
    input(row, "text").focus();
  }

  const keys = {
    Space: () => (media.paused ? media.play().catch(() => {}) : media.pause()),
    Enter: begin,
    NumpadEnter: begin,
    KeyE: endNow,
    KeyP: hear,
    KeyI: addBelow,
    Backspace: takeBack,
    ArrowLeft: () => correct(-TENTH),
    ArrowRight: () => correct(TENTH),
    ArrowUp: () => choose(chosen - 1),
    ArrowDown: () => choose(chosen + 1),
  };

  board.addEventListener("keydown", (event) => {
    if (event.target !== board || event.ctrlKey || event.metaKey || event.altKey || !keys[event.code]) return;
    event.preventDefault();
    keys[event.code]();
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("input")) event.preventDefault();
    if (event.key === "Escape") board.focus();
  });
  list.addEventListener("input", () => {
    changed = true;
  });
  list.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-line-row]");
    if (row) choose(rows().indexOf(row));
  });

  root.querySelector("[data-split]").addEventListener("click", () => {
    const pasted = root.querySelector("[name=pasted]");
    const passages = pasted.value.split(/\n+/).map((text) => text.trim()).filter(Boolean);
    for (const text of passages) {
      const row = template.content.firstElementChild.cloneNode(true);
      input(row, "text").value = text;
      list.append(row);
    }
    if (passages.length) {
      pasted.value = "";
      changed = true;
      choose(rows().length - passages.length);
    }
  });

  root.querySelector("[data-begin]").addEventListener("click", () => {
    board.focus();
    const untimed = rows().findIndex((row) => !input(row, "start").value);
    choose(Math.max(untimed, 0));
  });

  form.addEventListener("submit", () => {
    changed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}

for (const root of document.querySelectorAll("[data-museum-timing]")) mount(root);
