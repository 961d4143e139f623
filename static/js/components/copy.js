// A button that copies the text of the element it names, and says so in its own words.
export function mount(button) {
  const source = document.getElementById(button.dataset.copies);
  if (!source || !navigator.clipboard) {
    return;
  }
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim().replace(/\s+/g, " "));
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = words;
    }, 3000);
  });
}
