/* Every field of the admin runs in the direction of the language that is written in it.

   A page's form is in the language of its tree (told by the readiness panel); a row or block with a language list is in
   the language chosen there, and changes with it; fields named alt_ar, title_fr… say theirs in their name. Addresses,
   dates and numbers always run from the left. */

const RTL = new Set(["ar", "ary", "he", "fa", "ur"]);
const CODES = /(^|[-_])(slug|url|aat|wikidata|geonames|period|date|born|died|country|object_number|year|start|end)$/;
const NAMED = /_(fr|ar|en|zgh)$/;

export function direction(tag) {
  const [primary, ...subtags] = tag.split("-");
  if (subtags.includes("Latn") || subtags.includes("Tfng")) return "ltr";
  if (subtags.includes("Arab") || subtags.includes("Hebr")) return "rtl";
  return RTL.has(primary) ? "rtl" : "ltr";
}

function mark(element, language) {
  if (element.getAttribute("lang") === language) return;
  element.lang = language;
  element.dir = direction(language);
}

/* The rich text editors of a form with the hidden input that each stands for. */
function richTexts(form) {
  const found = [];
  for (const editor of form.querySelectorAll(".Draftail-Editor")) {
    const control = editor.parentElement.parentElement?.querySelector(":scope > input[type=hidden]");
    if (control) found.push([control, [editor, ...editor.querySelectorAll(".public-DraftEditor-content")]]);
  }
  return found;
}

/* The language list that governs a control: of its own row (texts-0-language) or, for a quotation, of its block. */
function ownLanguage(control, form) {
  const name = control.name;
  const row = name.match(/^((?:texts|names)-\d+-)/);
  if (row) return form.elements[`${row[1]}language`]?.value ?? "";
  if (name.endsWith("-value-text")) return form.elements[name.replace(/text$/, "language")]?.value ?? "";
  if (name === "name" || name === "title") return form.elements.language?.value || form.elements.title_language?.value || "";
  return "";
}

function dress(form, pageLanguage) {
  const plain = [...form.querySelectorAll("input[type=text], textarea")].map((control) => [control, [control]]);
  for (const [control, faces] of [...plain, ...richTexts(form)]) {
    if (!control.name) continue;
    const named = NAMED.exec(control.name);
    if (named) {
      faces.forEach((face) => mark(face, named[1]));
      continue;
    }
    if (CODES.test(control.name)) {
      control.dir = "ltr";
      continue;
    }
    const language = ownLanguage(control, form) || pageLanguage;
    if (language) faces.forEach((face) => mark(face, language));
  }
}

function watch() {
  const pageLanguage = () => document.querySelector("[data-museum-readiness]")?.dataset.contentLanguage ?? "";
  let waiting = false;
  const run = () => {
    waiting = false;
    for (const form of document.querySelectorAll("form")) {
      const isEditor = form.querySelector("[data-museum-readiness]");
      if (isEditor || form.closest(".modal")) dress(form, isEditor ? pageLanguage() : "");
    }
  };
  const soon = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(run);
    }
  };
  run();
  document.addEventListener("change", (event) => event.target.matches("select[name$=language]") && soon());
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
else watch();
