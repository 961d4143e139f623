/* Recording a journey quickly: a leg that is added begins where the last one ended, a leg is added again or the other
   way round by one press, and moving a leg is said aloud. Without it every field is filled in by hand. */

const help = document.querySelector("[data-museum-journey]");
const list = document.getElementById("id_legs-FORMS");

if (help && list) {
  start(help, list, document.getElementById("id_legs-ADD"));
}

function start(words, list, add) {
  const said = Object.assign(document.createElement("p"), { className: "w-sr-only" });
  said.setAttribute("role", "status");
  list.after(said);

  const prefix = (row) => row.id.replace("inline_child_", "");
  const field = (row, name) => row.querySelector(`[name="${prefix(row)}-${name}"]`);
  const kept = (row) => field(row, "DELETE")?.value !== "1" && !row.classList.contains("deleted");
  const rows = () => [...list.children].filter((row) => row.matches("[data-inline-panel-child]") && kept(row));
  const known = new WeakSet(rows());

  function set(row, name, value) {
    const input = field(row, name);
    if (input) {
      input.value = value;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function place(row, to, source, from) {
    for (const part of ["place", "place-key", "precision"]) {
      set(row, `${to}_${part}`, field(source, `${from}_${part}`)?.value ?? "");
    }
  }

  function copy(source, ways) {
    add.click();
    const row = rows().at(-1);
    for (const [to, from] of Object.entries(ways)) place(row, to, source, from);
    for (const name of ["mode", "motive", "certainty", "source", "companions_fr", "companions_ar", "companions_en", "companions_zgh"]) {
      set(row, name, field(source, name)?.value ?? "");
    }
    if (ways.from === "from") copyPapers(source, row);
    field(row, ways.from === "from" ? "from_place" : "date")?.focus();
  }

  /* Wagtail keeps the blocks of a stream on their root element, and makes those of a new leg a moment after the leg. */
  function copyPapers(source, row) {
    const papers = (one) => document.getElementById(`${prefix(one)}-documents-root`)?.rootBlock;
    const carried = papers(source)?.getDuplicatedState() ?? [];
    let frames = 120;
    const fill = () => {
      if (papers(row)) papers(row).setState(carried);
      else if (frames--) requestAnimationFrame(fill);
    };
    if (carried.length) fill();
  }

  function tools(row) {
    const bar = Object.assign(document.createElement("div"), { className: "museum-leg-tools" });
    for (const [text, ways] of [[words.dataset.again, { from: "from", to: "to" }], [words.dataset.back, { from: "to", to: "from" }]]) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button button-small button-secondary", textContent: text });
      button.addEventListener("click", () => copy(row, ways));
      bar.append(button);
    }
    (row.querySelector(".w-panel__content") ?? row).append(bar);
  }

  rows().forEach(tools);
  new MutationObserver(() => {
    const all = rows();
    for (const row of all) {
      if (known.has(row)) continue;
      known.add(row);
      tools(row);
      const before = all[all.indexOf(row) - 1];
      if (before && !field(row, "from_place").value) {
        place(row, "from", before, "to");
        field(row, field(row, "from_place").value ? "to_place" : "from_place").focus();
      }
    }
  }).observe(list, { childList: true });

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]");
    const row = button?.closest("[data-inline-panel-child]");
    if (!row) return;
    // Wagtail moves the row first; the button keeps the focus, so that it can be pressed again.
    setTimeout(() => {
      const name = `${field(row, "from_place").value} – ${field(row, "to_place").value}`;
      said.textContent = words.dataset.moved.replace("{number}", rows().indexOf(row) + 1).replace("{name}", name);
      if (!button.disabled) button.focus();
    }, 300);
  });
}
