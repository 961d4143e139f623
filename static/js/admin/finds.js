/* Placing what is to be found by clicking on the panorama. The numbers of each find stay its own fields; this draws the
   chosen panorama above them with a mark for each, writes a click into the find that was last worked on, and moves a
   mark by the arrow keys. Without it the numbers are typed. */

const STEP = 1;

const help = document.querySelector("[data-museum-finds]");

if (help?.closest("form")) {
  start(help, help.closest("form"));
}

function start(words, form) {
  const board = document.createElement("div");
  board.className = "museum-finds";
  const picture = document.createElement("img");
  picture.alt = "";
  const says = document.createElement("p");
  says.className = "help";
  says.setAttribute("role", "status");
  board.append(picture);
  let chosen = "";
  let last = "";

  const fields = () =>
    [...form.elements].filter((field) => /^finds-\d+-value-yaw$/.test(field.name) && form.elements[field.name.replace(/value-yaw$/, "deleted")]?.value !== "1");
  const pitchOf = (yaw) => form.elements[yaw.name.replace(/yaw$/, "pitch")];
  const titleOf = (yaw) => form.elements[yaw.name.replace(/yaw$/, "title")]?.value || "?";
  const written = (value) => String(Math.round(value * 10) / 10);

  function set(yaw, right, up) {
    yaw.value = written(Math.min(Math.max(right, -180), 180));
    pitchOf(yaw).value = written(Math.min(Math.max(up, -90), 90));
    for (const field of [yaw, pitchOf(yaw)]) {
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  function draw() {
    const image = form.elements.panorama?.value ?? "";
    if (image !== chosen) {
      chosen = image;
      if (image) {
        picture.src = words.dataset.preview.replace("/0/", `/${image}/`);
      }
      board.hidden = says.hidden = !image;
    }
    const marks = [...board.querySelectorAll("button")];
    const rows = fields();
    marks.slice(rows.length).forEach((mark) => mark.remove());
    rows.forEach((yaw, k) => {
      const mark = marks[k] ?? board.appendChild(Object.assign(document.createElement("button"), { type: "button" }));
      mark.textContent = k + 1;
      mark.setAttribute("aria-label", `${k + 1}. ${titleOf(yaw)}`);
      mark.dataset.field = yaw.name;
      mark.toggleAttribute("data-current", yaw.name === last);
      mark.style.left = `${((Number(yaw.value) || 0) / 360 + 0.5) * 100}%`;
      mark.style.top = `${(0.5 - (Number(pitchOf(yaw).value) || 0) / 180) * 100}%`;
    });
    const current = form.elements[last];
    says.textContent = current ? words.dataset.placing.replace("{name}", titleOf(current)) : words.dataset.choose;
  }

  picture.addEventListener("click", (event) => {
    const rows = fields();
    const target = rows.find((yaw) => yaw.name === last) ?? rows.find((yaw) => yaw.value === "") ?? rows.at(-1);
    if (target) {
      const box = picture.getBoundingClientRect();
      last = target.name;
      set(target, ((event.clientX - box.left) / box.width - 0.5) * 360, (0.5 - (event.clientY - box.top) / box.height) * 180);
      draw();
    }
  });
  board.addEventListener("click", (event) => {
    const mark = event.target.closest("button");
    if (mark) {
      last = mark.dataset.field;
      draw();
    }
  });
  board.addEventListener("keydown", (event) => {
    const mark = event.target.closest("button");
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP] }[event.key];
    const yaw = mark && form.elements[mark.dataset.field];
    if (move && yaw) {
      event.preventDefault();
      last = yaw.name;
      set(yaw, (Number(yaw.value) || 0) + move[0], (Number(pitchOf(yaw).value) || 0) + move[1]);
      draw();
    }
  });
  form.addEventListener("focusin", (event) => {
    const found = /^(finds-\d+-value)-/.exec(event.target.name ?? "");
    if (found) {
      last = `${found[1]}-yaw`;
      draw();
    }
  });
  form.addEventListener("input", draw);
  // The chooser and the blocks change the form without an event of their own.
  setInterval(draw, 700);
  words.append(board, says);
  draw();
}
