// "Keep offline": nothing is kept, and no worker stands, before the button is pressed.
import { keptHere, speaker, tell, worker } from "./kept-here.js";

export async function mount(place) {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) {
    return;
  }
  const path = place.dataset.keep;
  const [keep, drop] = ["keep", "drop"].map((act) => place.querySelector(`[data-act="${act}"]`));
  const sound = place.querySelector("[data-sound]");
  const say = speaker(place);
  const here = async () => (await keptHere()).filter((about) => about.path === path);
  const show = (isKept) => {
    keep.hidden = isKept;
    drop.hidden = !isKept;
    if (sound) {
      sound.closest("p").hidden = isKept;
    }
  };
  place.hidden = false;
  place.closest("section").hidden = false;
  try {
    const isKept = (await here()).length > 0;
    show(isKept);
    if (isKept) {
      say("kept");
    }
  } catch {
    // Storage is refused: the press says so.
  }

  keep.addEventListener("click", async () => {
    keep.disabled = true;
    try {
      tell(await worker(), { act: "keep", path, sound: Boolean(sound && sound.checked) }, (answer) => {
        if (answer.of) {
          say("keeping", { done: answer.done, total: answer.of });
          return;
        }
        keep.disabled = false;
        say(answer.kept ? "kept" : answer.refused);
        if (answer.kept) {
          show(true);
          drop.focus();
        }
      });
    } catch {
      keep.disabled = false;
      say("impossible");
    }
  });

  drop.addEventListener("click", async () => {
    for (const about of await here()) {
      await caches.delete(about.name);
    }
    show(false);
    keep.focus();
    say("dropped");
  });
}
