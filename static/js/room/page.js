// What a hall's page says of it: its plan, its works, its words and colours, its doors.

/** Read the page of `element`: `{ plan, rows, wallText, colours, dark, doors, pattern }` for hang and shell. */
export function readPage(element) {
  const view = element.querySelector("[data-view]");
  const theme = document.documentElement.dataset.theme;
  return {
    plan: JSON.parse(document.getElementById("walk-plan").textContent),
    rows: [...element.querySelectorAll("[data-list] .works > .work")].map(readRow),
    wallText: {
      title: element.querySelector("h1").textContent.trim(),
      paragraphs: paragraphsOf(element.querySelector("[data-wall-text]")),
    },
    colours: coloursOf(view),
    dark: theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches),
    doors: {
      before: readDoor(element.querySelector('[data-list] a[rel="prev"]'), view),
      after: readDoor(element.querySelector('[data-list] a[rel="next"]'), view),
    },
    pattern: element.querySelector("template[data-frieze]")?.content.querySelector("svg"),
  };
}

function paragraphsOf(element) {
  const blocks = [...(element?.querySelectorAll("p, li") ?? [])];
  return (blocks.length ? blocks : [element].filter(Boolean)).map((block) => block.textContent.trim().replace(/\s+/g, " "));
}

function readRow(element) {
  const { name, facts, number, small, large, model, modelBytes, modelFirst } = element.dataset;
  const text = element.querySelector(".label__text") ?? element.querySelector(".rich-text");
  return {
    element,
    name,
    facts,
    number,
    small,
    large,
    model,
    modelBytes: Number(modelBytes),
    first: modelFirst !== undefined,
    shown: "",
    paragraphs: text ? paragraphsOf(text) : [],
  };
}

/** Where a door leads: the room's name and number, its wall's colour and what is legible on it. */
function readDoor(link, view) {
  if (!link) {
    return null;
  }
  const wall = document.createElement("div");
  wall.className = `wall--${link.dataset.colour}`;
  view.append(wall);
  const style = getComputedStyle(wall);
  const [colour, ink] = ["--ground", "--ink"].map((name) => style.getPropertyValue(name).trim());
  wall.remove();
  return { name: link.dataset.name, number: link.dataset.number, colour, ink };
}

/** The colours of the room's wall, as the style sheet has them. */
function coloursOf(view) {
  const style = getComputedStyle(view);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    wall: token("ground"),
    ink: token("ink"),
    rule: token("rule"),
    outside: token("lift"),
    plinth: "#d8d0c2",
    board: "#f4eee2",
    boardInk: "#1d1a16",
  };
}
