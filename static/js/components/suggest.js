// A field that offers answers while one types (ARIA combobox with a list). Without it the field is sent as it is typed.
// data-source: address that answers ?q= with {suggestions: [{label, fill, key, name, why, detail, url}]}, the texts each
// with <text>_language and <text>_direction; data-said: the sentence that tells how many there are.
export function mount(root) {
  const input = root.querySelector("input:not([type=hidden])");
  const key = root.querySelector("input[type=hidden]");
  const list = Object.assign(document.createElement("ul"), { id: `${input.id}-list`, className: "suggest__list", hidden: true });
  const said = Object.assign(document.createElement("span"), { className: "visually-hidden" });
  let offered = [];
  let at = -1;
  let asking;
  let timer;

  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent.trim() ?? input.getAttribute("aria-label") ?? "");
  said.setAttribute("role", "status");
  input.after(list, said);

  function text(item, name, className) {
    const part = document.createElement("bdi");
    part.textContent = item[name];
    part.className = className;
    if (item[`${name}_language`]) {
      part.lang = item[`${name}_language`];
      part.dir = item[`${name}_direction`];
    }
    return part;
  }

  function show(items) {
    offered = items;
    at = -1;
    list.replaceChildren(
      ...items.map((item, k) => {
        const row = Object.assign(document.createElement("li"), { id: `${list.id}-${k}` });
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", "false");
        if (item.name) row.append(text(item, "name", "suggest__name"), Object.assign(document.createElement("span"), { className: "suggest__to" }));
        row.append(text(item, "label", "suggest__label"));
        const more = [item.why, item.detail].filter(Boolean).join(" · ");
        if (more) row.append(Object.assign(document.createElement("small"), { textContent: more }));
        return row;
      }),
    );
    list.hidden = !items.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    said.textContent = input.value.trim() ? (root.dataset.said ?? "").replace("{count}", items.length) : "";
  }

  function move(to) {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = (to + offered.length) % offered.length;
    const row = list.children[at];
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", row.id);
  }

  function choose(k) {
    const item = offered[k];
    if (item.url) {
      location.assign(item.url);
      return;
    }
    input.value = item.fill;
    if (key) key.value = item.key;
    show([]);
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function ask() {
    asking?.abort();
    const typed = input.value.trim();
    if (!typed) return show([]);
    asking = new AbortController();
    try {
      const answer = await fetch(`${root.dataset.source}?q=${encodeURIComponent(typed)}`, { signal: asking.signal, credentials: root.dataset.credentials ?? "omit" });
      if (answer.ok) show((await answer.json()).suggestions);
    } catch {
      // Asked anew meanwhile, or no network: the field is still a field.
    }
  }

  input.addEventListener("input", (event) => {
    if (key) key.value = "";
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(ask, 120);
  });
  input.addEventListener("compositionend", ask);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && list.hidden) ask();
    if (list.hidden) return;
    const moves = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1 };
    if (event.key in moves) move(moves[event.key]);
    else if (event.key === "Enter" && at >= 0) choose(at);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener("blur", () => show([]));
  // The press must not take the focus away before it is a click.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const row = event.target.closest("li");
    if (row) choose([...list.children].indexOf(row));
  });
}
