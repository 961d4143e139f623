// The device's own share sheet where there is one; the plain links beside it always work.
export function mount(button) {
  if (!navigator.share) {
    return;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {});
  });
}
