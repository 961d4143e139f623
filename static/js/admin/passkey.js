// Makes or uses a passkey at a press (https://www.w3.org/TR/webauthn-3/). Bytes travel as base64url in JSON.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function asked(options) {
  const found = { ...options, challenge: bytes(options.challenge) };
  if (options.user) {
    found.user = { ...options.user, id: bytes(options.user.id) };
  }
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    if (options[list]) {
      found[list] = options[list].map((credential) => ({ ...credential, id: bytes(credential.id) }));
    }
  }
  return found;
}

function told(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      ...Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, text(response[part])])),
      ...(response.getTransports ? { transports: response.getTransports() } : {}),
    },
  };
}

async function send(root, address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": root.dataset.token },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new TypeError(String(answer.status));
  }
  return answer.json();
}

for (const root of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const button = root.querySelector("button");
  const says = root.querySelector("[data-says]");
  const say = (word) => {
    says.textContent = root.querySelector(`[data-word=${word}]`).textContent;
    button.disabled = false;
    button.focus();
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    says.textContent = "";
    button.disabled = true;
    let word = "failed";
    try {
      const options = await send(root, root.dataset.begin, {});
      word = "refused";
      const credential = await navigator.credentials[root.dataset.passkey]({ publicKey: asked(options) });
      word = "failed";
      const done = await send(root, root.dataset.complete, told(credential));
      location.assign(root.dataset.after || done.redirect_url);
    } catch {
      say(word);
    }
  });
}
