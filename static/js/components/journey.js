// The drawn road of a journey follows its list: it runs leg by leg as the list is read, and two buttons step through it.
// The list, its links and the whole road are the server's.
export function mount(root) {
  const legs = [...root.querySelectorAll(".journey__leg")];
  const steps = root.querySelector("[data-steps]");
  if (!steps || !legs.length) return;
  const arcs = new Map([...root.querySelectorAll(".arc")].map((arc) => [arc.getAttribute("href").split("#")[1], arc]));
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  let current = -1;

  const button = (words, sign, by) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: sign });
    made.setAttribute("aria-label", words);
    made.addEventListener("click", () => go(current + by));
    return made;
  };
  const rtl = getComputedStyle(root).direction === "rtl";
  const before = button(root.dataset.before, rtl ? "→" : "←", -1);
  const after = button(root.dataset.after, rtl ? "←" : "→", 1);
  steps.append(before, after, said);

  function mark(number) {
    current = number;
    legs.forEach((leg, k) => {
      leg.toggleAttribute("data-current", k === number);
      arcs.get(leg.id)?.toggleAttribute("data-current", k === number);
      if (k <= number) arcs.get(leg.id)?.setAttribute("data-run", "");
    });
    before.disabled = number <= 0;
    after.disabled = number >= legs.length - 1;
  }

  function go(number) {
    if (!legs[number]) return;
    mark(number);
    const name = legs[number].querySelector("h3").textContent.trim().replace(/\s+/g, " ");
    said.textContent = `${root.dataset.leg} ${number + 1} / ${legs.length}: ${name}`;
    legs[number].scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  mark(-1);
  for (const [id, arc] of arcs) {
    // A broken line keeps its dashes and only appears; a whole one is drawn from end to end.
    if (arc.matches(".arc--documented")) arc.querySelector("path").setAttribute("pathLength", "1");
    arc.addEventListener("click", (event) => {
      const number = legs.findIndex((leg) => leg.id === id);
      event.preventDefault();
      go(number);
      legs[number].focus({ preventScroll: true });
    });
  }
  // Where the map does not stay in view beside the list, nobody would see it run.
  const stays = getComputedStyle(steps.parentElement).position === "sticky";
  if (stays && matchMedia("(prefers-reduced-motion: no-preference)").matches) {
    root.classList.add("journey--running");
    const watch = new IntersectionObserver(
      (seen) => {
        const read = seen.filter((entry) => entry.isIntersecting).map((entry) => legs.indexOf(entry.target));
        if (read.length) mark(Math.max(...read));
      },
      { rootMargin: "-20% 0px -35% 0px" },
    );
    legs.forEach((leg) => watch.observe(leg));
  }
}
