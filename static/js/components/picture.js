// In low-data mode a link stands for a picture; pressed, the picture takes the place of the link and its description.
export function mount(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const place = link.closest(".unshown");
    const words = place.querySelector(".unshown__words");
    const image = new Image(...link.dataset.size.split("x").map(Number));
    image.alt = words ? words.textContent : "";
    if (words && words.lang) {
      image.lang = words.lang;
    }
    image.tabIndex = -1;
    // Where the picture cannot be had, the description stays.
    image.addEventListener("load", () => {
      place.replaceWith(image);
      image.focus({ preventScroll: true });
    });
    image.src = link.href;
  });
}
