/* A point of the readiness list leads to its field. Wagtail finds plain fields by their content path; rows of child
   records (texts, names, media) and stream fields have none, and are found by their names here. */

function target(field) {
  const form = document.querySelector("[data-edit-form]") ?? document;
  return (
    form.querySelector(`[data-contentpath="${CSS.escape(field)}"]`) ??
    form.querySelector(`#id_${CSS.escape(field)}-FORMS, #id_${CSS.escape(field)}-TOTAL_FORMS, #id_${CSS.escape(field)}`)
  );
}

function go(field) {
  const found = target(field);
  const panel = found?.closest("[data-panel]") ?? found;
  if (!panel) return;
  const tab = panel.closest("[role=tabpanel][hidden]");
  if (tab) document.querySelector(`[role=tab][aria-controls="${tab.id}"], a[href="#${tab.id}"]`)?.click();
  const toggle = panel.querySelector("[data-panel-toggle][aria-expanded=false]");
  toggle?.click();
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  panel.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "center" });
  panel.querySelector("input:not([type=hidden]), textarea, select, button:not([data-panel-toggle])")?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-museum-field]");
  if (!link || link.pathname !== location.pathname) return;
  event.preventDefault();
  go(link.dataset.museumField);
});
