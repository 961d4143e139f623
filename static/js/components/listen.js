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

  // A recording made in a browser may not know its own length; the museum does.
  const length = () => (Number.isFinite(media.duration) ? media.duration : +media.dataset.length);

  function seek(moment) {
    media.preload = "auto";
    media.currentTime = Math.max(0, moment);
    show();
  }

  function show() {
    const time = media.currentTime;
    if (played && length()) played.setAttribute("width", (200 * time) / length());
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
    seek(((event.clientX - box.left) / box.width) * length());
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

  // What the reader has marked, or else what is being heard, or else the moment.
  function passage() {
    const chosen = selected(rows) ?? (now && { start: now.start, end: now.end });
    const address = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.href);
    const start = Math.floor(chosen?.start ?? media.currentTime);
    address.search = chosen ? `t=${start}-${Math.ceil(chosen.end)}` : `t=${start}`;
    return address;
  }

  tool("link").addEventListener("click", async (event) => {
    const address = passage().href;
    const said = tool("said");
    said.textContent = address;
    try {
      await navigator.clipboard.writeText(address);
      said.textContent = `${event.target.dataset.done} ${address}`;
    } catch {
      getSelection().selectAllChildren(said);
    }
  });
  tool("cite").addEventListener("click", (event) => {
    event.currentTarget.search = passage().search;
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

// As museum.core.folding folds: a letter, and what stands for it.
const LETTERS = new Map(
  ("ٱ ا ى ي ی ي ې ي ێ ي ے ي ة ه ھ ه ہ ه ە ه ک ك گ ك ڭ ك ݣ ك ڪ ك ڨ ق ڤ ف ڥ ف پ ب چ ج ژ ز ۋ و ء  ـ  " +
    "œ oe æ ae ß ss ɣ gh γ gh ɛ e ε e ʷ w ı i ø o ł l đ d ð d þ th ħ h ə e ʿ  ʾ  ʕ  ʔ  ˤ  " +
    "ⴰ a ⴱ b ⴳ g ⴷ d ⴹ ḍ ⴻ e ⴼ f ⴽ k ⵀ h ⵃ ḥ ⵄ e ⵅ x ⵇ q ⵉ i ⵊ j ⵍ l ⵎ m ⵏ n ⵓ u ⵔ r ⵕ ṛ ⵖ gh ⵙ s ⵚ ṣ ⵛ c ⵜ t ⵟ ṭ ⵡ w ⵢ y ⵣ z ⵥ ẓ ⵯ w ⴲ b ⴴ g ⴵ g ⴸ d ⴿ k ⵒ p ⵝ t ⵞ c ⵠ v " +
    "٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 ۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 ۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9")
    .match(/\S \S*/g)
    .map((pair) => pair.split(" ")),
);
const latin = (text) => Array.from(text, (letter) => LETTERS.get(letter) ?? letter).join("");

export function fold(text) {
  return latin(latin(text.toLowerCase()).normalize("NFKD").replace(/\p{M}/gu, ""))
    .replace(/(?:[^\p{L}\p{N}]|[ʼʻ])+/gu, " ")
    .trim();
}

function searching(root, input, rows) {
  const said = root.querySelector("[data-found]");
  let folded;
  input.addEventListener("input", () => {
    folded ??= rows.map(({ element }) => fold([...element.querySelectorAll(".cue__said")].map(said => said.textContent).join(" ")));
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
