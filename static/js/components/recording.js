// One large press to listen; the browser's own player appears once the sound has begun.
export function mount(element) {
  const press = element.querySelector(".recording__press");
  const audio = element.querySelector("audio, video");
  if (!audio) {
    return;
  }
  if (press) {
    press.addEventListener("click", () => {
      element.classList.add("recording--open");
      press.hidden = true;
      audio.focus();
      audio.play().catch(() => {});
    });
  }
  audio.addEventListener("play", () => {
    for (const other of document.querySelectorAll("audio, video")) {
      if (other !== audio) {
        other.pause();
      }
    }
  });
}
