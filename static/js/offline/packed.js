// The search of a packed exhibit: over the words of its own page, from a file, without network. A classic script, since
// browsers load no modules from files. Letters are folded as the museum's search folds them (museum/core/folding.py).
(function () {
  "use strict";
  const form = document.querySelector("[data-find]");
  const count = form.querySelector("[data-count]");
  const list = form.querySelector("[data-found]");
  const shown = 50;
  const around = 60;

  function fold(text) {
    return text
      .normalize("NFKD")
      .replace(/[\p{Mn}\u0640\u0621]/gu, "")
      .toLowerCase()
      .replace(/\u0671/g, "\u0627")
      .replace(/\u0649/g, "\u064a")
      .replace(/\u0629/g, "\u0647")
      .replace(/[\u06af\u06ad\u0763]/g, "\u0643")
      .replace(/\u06a4/g, "\u0641")
      .replace(/\u067e/g, "\u0628")
      .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/\u0153/g, "oe")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  }

  const places = Array.from(document.querySelectorAll("[data-text]"), (element) => {
    const text = element.textContent.replace(/\s+/g, " ").trim();
    return { element, text, folded: ` ${fold(text)}`, name: element.dataset.name };
  });

  // Where a word stands in the text, by its folded letters: good enough for an excerpt.
  function excerpt(place, word) {
    const words = place.text.split(" ");
    const at = words.findIndex((other) => fold(other).includes(word));
    const before = words.slice(0, Math.max(at, 0)).join(" ").slice(-around);
    const after = words.slice(Math.max(at, 0)).join(" ").slice(0, around * 2);
    return `${before ? `…${before} ` : ""}${after}…`;
  }

  function find() {
    const words = fold(form.querySelector("input").value).split(" ").filter(Boolean);
    const found = words.length ? places.filter((place) => words.every((word) => place.folded.includes(` ${word}`))) : [];
    list.replaceChildren(
      ...found.slice(0, shown).map((place) => {
        const row = document.createElement("li");
        const link = document.createElement("a");
        link.href = `#${place.element.id}`;
        link.textContent = place.name;
        link.addEventListener("click", () => place.element.querySelectorAll("details").forEach((part) => (part.open = true)));
        const quoted = document.createElement("p");
        quoted.textContent = excerpt(place, words[0]);
        row.append(link, quoted);
        return row;
      }),
    );
    const sentence = found.length === 0 ? "none" : found.length === 1 ? "one" : "many";
    count.textContent = words.length ? count.dataset[sentence].replace("{count}", found.length) : "";
  }

  form.hidden = false;
  form.addEventListener("input", find);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
})();
