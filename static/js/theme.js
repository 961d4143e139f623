// Runs before the page is painted: a chosen night does not flash white, and a reader who chose low data fetches
// nothing else first. No cookie: the tab remembers the night, the browser the mode.
try {
  const theme = sessionStorage.getItem("theme");
  if (theme === "dark" || theme === "light") {
    document.documentElement.dataset.theme = theme;
  }
  const { pathname, search, hash } = location;
  if (localStorage.getItem("data") === "low" && /^\/[a-z]{2,3}\//.test(pathname) && !/[?&]data=/.test(search)) {
    location.replace(`${pathname}${search ? `${search}&` : "?"}data=low${hash}`);
  }
} catch {
  // Storage may be refused: the system's preference and the address decide.
}
