// The player of a recording, on the browser's own element. Everything it shows was written by the server.
export function mount(root) {
  const media = root.querySelector("audio, video");
  const rows = [...root.querySelectorAll(".cue")].map((element) => ({
    element,
    start: +element.dataset.start,
    end: +element.dataset.end,
  }));
  const search = root.querySelector("#q");
  if (search) searching(root, search, rows);
  if (!media) return;
  const player = media.parentElement;
  player.append(player.querySelector("[data-tools]").content.cloneNode(true));
  const tool = (name) => player.querySelector(`[data-${name}]`);
  const wanted = (name) => tool(name)?.checked;
  const played = player.querySelector(".listen__played");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let now = null;

  function seek(moment) {
    media.preload = "auto";
    media.currentTime = Math.max(0, moment);
    show();
  }

  function show() {
    const time = media.currentTime;
    const length = media.duration || +media.dataset.length;
    if (played && length) played.setAttribute("width", (200 * time) / length);
    const row = rows.findLast(({ start, end }) => start <= time + 0.05 && time < end) ?? null;
    const shown = wanted("follow") ? row : null;
    if (shown === now) return;
    now?.element.classList.remove("cue--now");
    now?.element.removeAttribute("aria-current");
    now = shown;
    if (!now) return;
    now.element.classList.add("cue--now");
    now.element.setAttribute("aria-current", "true");
    if (wanted("scroll") && !media.paused) {
      now.element.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    }
  }

  for (const name of ["timeupdate", "seeked"]) media.addEventListener(name, show);
  tool("follow")?.addEventListener("change", show);
  tool("speed").addEventListener("change", (event) => {
    media.playbackRate = +event.target.value;
  });
  player.querySelector(".listen__waveform")?.addEventListener("click", (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    seek(((event.clientX - box.left) / box.width) * (media.duration || +media.dataset.length));
  });

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-seek]");
    const cue = event.target.closest(".cue");
    if (link) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      seek(+link.dataset.seek);
      const target = link.hash && !link.closest(".cue") && document.getElementById(link.hash.slice(1));
      if (target) target.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
    } else if (cue && wanted("press") && getSelection().isCollapsed) {
      seek(+cue.dataset.start);
    }
  });

  tool("link").addEventListener("click", async (event) => {
    const chosen = selected(rows) ?? (now && { start: now.start, end: now.end });
    const address = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.href);
    const start = Math.floor(chosen?.start ?? media.currentTime);
    address.search = chosen ? `t=${start}-${Math.ceil(chosen.end)}` : `t=${start}`;
    const said = tool("said");
    said.textContent = address.href;
    try {
      await navigator.clipboard.writeText(address.href);
      said.textContent = `${event.target.dataset.done} ${address.href}`;
    } catch {
      getSelection().selectAllChildren(said);
    }
  });

  root.addEventListener("keydown", (event) => {
    const { target, code } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea")) return;
    const times = [...root.querySelectorAll(".cue:not([hidden]) .cue__time")];
    const place = times.indexOf(target);
    if (code === "KeyK") media.paused ? media.play().catch(() => {}) : media.pause();
    else if (code === "KeyJ") seek(media.currentTime - 5);
    else if (code === "KeyL") seek(media.currentTime + 5);
    else if (place >= 0 && code === "ArrowDown") times[place + 1]?.focus();
    else if (place >= 0 && code === "ArrowUp") times[place - 1]?.focus();
    else return;
    event.preventDefault();
  });

  media.addEventListener("play", () => {
    for (const other of document.querySelectorAll("audio, video")) if (other !== media) other.pause();
  });
}

// From the first to the last passage that the reader has marked with the pointer or the keyboard.
function selected(rows) {
  const marked = getSelection();
  if (marked.isCollapsed) return null;
  const within = rows.filter(({ element }) => marked.containsNode(element, true));
  return within.length ? { start: within[0].start, end: within.at(-1).end } : null;
}

// As museum.core.folding folds, as far as a reader who types needs it; the server's own answer is one press away.
const LETTERS = { ى: "ي", ة: "ه", گ: "ك", ڭ: "ك", ݣ: "ك", ڤ: "ف", پ: "ب", œ: "oe", æ: "ae", ɣ: "gh", ɛ: "e" };

function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}ءـ]/gu, "")
    .replace(/[ىةگڭݣڤپœæɣɛ]/g, (letter) => LETTERS[letter])
    .replace(/ٱ/g, "ا")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function searching(root, input, rows) {
  const said = root.querySelector("[data-found]");
  let folded;
  input.addEventListener("input", () => {
    folded ??= rows.map(({ element }) => fold(element.querySelector(".cue__said").parentElement.textContent));
    const words = fold(input.value).split(" ").filter(Boolean);
    let found = 0;
    rows.forEach(({ element }, index) => {
      const matches = words.every((word) => folded[index].includes(word));
      found += matches;
      element.hidden = !matches;
      element.classList.toggle("cue--found", matches && words.length > 0);
    });
    for (const gap of root.querySelectorAll(".cue__gap, .listen__found")) gap.hidden = words.length > 0;
    said.textContent = words.length ? `${said.dataset.found} ${found}` : "";
  });
}
