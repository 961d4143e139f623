// Low-data mode chosen here holds for later visits: theme.js in the head leads to the light page. No cookie.
export function mount(link) {
  link.addEventListener("click", () => {
    try {
      if (link.dataset.mode === "low") {
        localStorage.setItem("data", "low");
      } else {
        localStorage.removeItem("data");
      }
    } catch {
      // Storage may be refused; the address then carries the choice through this visit.
    }
  });
}
