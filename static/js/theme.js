// Runs before the page is painted, so that a chosen night does not flash white. No cookie: the tab remembers.
try {
  const theme = sessionStorage.getItem("theme");
  if (theme === "dark" || theme === "light") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage may be refused: the system's preference decides.
}
