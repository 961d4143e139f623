// What keep.js and kept.js share: the worker, what this device keeps, and the sentences of the page.
export async function worker() {
  const registration = await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
  await navigator.serviceWorker.ready;
  return registration.active;
}

export function tell(active, words, heard) {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => heard(event.data);
  active.postMessage(words, [channel.port2]);
}

// One cache a kept page, as static/js/offline/worker.js writes it.
export async function keptHere() {
  const found = [];
  for (const name of await caches.keys()) {
    if (name.startsWith("kept ")) {
      const entry = await (await caches.open(name)).match("/kept-here/about");
      if (entry) {
        found.push({ ...(await entry.json()), name });
      }
    }
  }
  return found.sort((one, other) => other.at - one.at);
}

export function plainText(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s·\sRihla$/, "");
}

// A size as the server writes it (1.0 KB, 1,0 Kio): the number is put into its own words for one kilobyte or megabyte.
export function size(bytes, { kilobytes, megabytes }) {
  const [value, words] = bytes < 1024 * 1024 ? [bytes / 1024, kilobytes] : [bytes / 1024 / 1024, megabytes];
  return words.replace(/1([.,])0/, (whole, mark) => value.toFixed(1).replace(".", mark));
}

export function speaker(place) {
  const says = place.querySelector("[data-says]");
  return (name, values = {}) => {
    const words = place.querySelector(`template[data-say="${name}"]`).content.textContent;
    says.textContent = words.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  };
}
