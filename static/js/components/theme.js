// Day or night by choice, for as long as the tab is open; theme.js in the head keeps it from page to page.
export function mount(button) {
  const root = document.documentElement;
  const night = () =>
    root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  button.setAttribute("aria-pressed", String(night()));
  button.addEventListener("click", () => {
    root.dataset.theme = night() ? "light" : "dark";
    button.setAttribute("aria-pressed", String(night()));
    try {
      sessionStorage.setItem("theme", root.dataset.theme);
    } catch {
      // Storage may be refused; the choice then lasts for this page.
    }
  });
}
