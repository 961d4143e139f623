/* Drawing where to look. The numbers of each region stay its step's own fields; this draws the chosen image above them with
   a frame for each step, writes what is drawn into the step that was last worked on (or into a new one), and moves or
   resizes a frame by the arrow keys. Without it the numbers are typed. */

const STEP = 1;
const SMALLEST = 1;

const help = document.querySelector("[data-museum-regions]");

if (help?.closest("form")) {
  start(help, help.closest("form"));
}

function start(words, form) {
  const board = document.createElement("div");
  board.className = "museum-regions";
  const picture = document.createElement("img");
  picture.alt = "";
  picture.draggable = false;
  const drawn = document.createElement("div");
  drawn.className = "museum-regions__drawn";
  drawn.hidden = true;
  const says = document.createElement("p");
  says.className = "help";
  says.setAttribute("role", "status");
  board.append(picture, drawn);
  let chosen = "";
  let last = "";
  let from = null;

  const prefixes = () =>
    [...form.elements]
      .map((field) => /^(steps-\d+)-value-x$/.exec(field.name ?? "")?.[1])
      .filter((prefix) => prefix && form.elements[`${prefix}-deleted`]?.value !== "1")
      .sort((a, b) => Number(form.elements[`${a}-order`]?.value) - Number(form.elements[`${b}-order`]?.value));
  const field = (prefix, name) => form.elements[`${prefix}-value-${name}`];
  const region = (prefix) => ["x", "y", "width", "height"].map((name) => Number(field(prefix, name).value) || 0);
  const within = (value, least, most) => Math.min(Math.max(value, least), most);

  function set(prefix, [x, y, width, height]) {
    const left = within(x, 0, 100 - SMALLEST);
    const top = within(y, 0, 100 - SMALLEST);
    const values = { x: left, y: top, width: within(width, SMALLEST, 100 - left), height: within(height, SMALLEST, 100 - top) };
    for (const [name, value] of Object.entries(values)) {
      const input = field(prefix, name);
      input.value = String(Math.round(value * 10) / 10);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function draw() {
    const image = form.elements.image?.value ?? "";
    if (image !== chosen) {
      chosen = image;
      if (image) {
        picture.src = words.dataset.preview.replace("/0/", `/${image}/`);
      }
    }
    board.hidden = !image;
    const frames = [...board.querySelectorAll("button")];
    const steps = prefixes();
    frames.slice(steps.length).forEach((frame) => frame.remove());
    steps.forEach((prefix, k) => {
      const frame = frames[k] ?? board.appendChild(Object.assign(document.createElement("button"), { type: "button" }));
      const [x, y, width, height] = region(prefix);
      frame.textContent = k + 1;
      frame.setAttribute("aria-label", words.dataset.region.replace("{number}", k + 1));
      frame.dataset.step = prefix;
      frame.hidden = !width || !height;
      frame.toggleAttribute("data-current", prefix === last);
      Object.assign(frame.style, { left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` });
    });
    const number = steps.indexOf(last) + 1;
    says.textContent = number ? words.dataset.placing.replace("{number}", number) : words.dataset.choose;
  }

  const at = (event) => {
    const box = picture.getBoundingClientRect();
    return [within(((event.clientX - box.left) / box.width) * 100, 0, 100), within(((event.clientY - box.top) / box.height) * 100, 0, 100)];
  };
  const between = ([x, y], [right, bottom]) => [Math.min(x, right), Math.min(y, bottom), Math.abs(right - x), Math.abs(bottom - y)];

  picture.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    from = at(event);
  });
  picture.addEventListener("pointermove", (event) => {
    if (from) {
      const [x, y, width, height] = between(from, at(event));
      drawn.hidden = false;
      Object.assign(drawn.style, { left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` });
    }
  });
  picture.addEventListener("pointercancel", () => {
    from = null;
    drawn.hidden = true;
  });
  picture.addEventListener("pointerup", (event) => {
    const found = from && between(from, at(event));
    from = null;
    drawn.hidden = true;
    if (found && found[2] >= SMALLEST && found[3] >= SMALLEST) {
      place(found);
    }
  });

  /** Into the step last worked on, else into one without a region, else into a new one. */
  function place(found) {
    const steps = prefixes();
    const blank = steps.find((prefix) => !field(prefix, "width").value);
    const target = steps.includes(last) ? last : blank;
    if (target) {
      last = target;
      set(target, found);
      draw();
      return;
    }
    addStep();
    const wait = setInterval(() => {
      const added = prefixes().find((prefix) => !steps.includes(prefix));
      if (added) {
        clearInterval(wait);
        last = added;
        set(added, found);
        last = "";
        draw();
      }
    }, 50);
    setTimeout(() => clearInterval(wait), 3000);
  }

  /** Press the stream's own button; of one kind of block it adds that at once. */
  function addStep() {
    const count = form.elements["steps-count"];
    const buttons = count.closest("[data-contentpath], .w-panel, section").querySelectorAll("button.c-sf-add-button");
    buttons[buttons.length - 1]?.click();
  }

  board.addEventListener("click", (event) => {
    const frame = event.target.closest("button");
    if (frame) {
      last = frame.dataset.step;
      draw();
    }
  });
  board.addEventListener("keydown", (event) => {
    const frame = event.target.closest("button");
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (frame && event.key === "Escape") {
      last = "";
      draw();
    } else if (frame && move) {
      event.preventDefault();
      last = frame.dataset.step;
      const [x, y, width, height] = region(last);
      set(last, event.shiftKey ? [x, y, width + move[0], height + move[1]] : [within(x + move[0], 0, 100 - width), within(y + move[1], 0, 100 - height), width, height]);
      draw();
    }
  });
  form.addEventListener("focusin", (event) => {
    const found = /^(steps-\d+)-value/.exec(event.target.name ?? "");
    if (found) {
      last = found[1];
      draw();
    }
  });
  form.addEventListener("input", draw);
  // The chooser and the blocks change the form without an event of their own.
  setInterval(draw, 700);
  words.append(board, says);
  draw();
}
