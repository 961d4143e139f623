// Two pictures side by side become one over the other, with a slider between them.
export function mount(element) {
  const control = element.querySelector("[data-control]");
  const slider = control.querySelector("input");
  const move = () => element.style.setProperty("--part", `${slider.value}%`);
  slider.addEventListener("input", move);
  move();
  element.dataset.over = "";
  control.hidden = false;
}
