// Passkeys: learns from the house what to ask of the browser, and sends what it answers as a form.
(() => {
  "use strict";

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const named = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
  });

  const make = async (asked) => {
    const credential = await navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: asked.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) })),
      },
    });
    return named(credential, {
      clientDataJSON: text(credential.response.clientDataJSON),
      attestationObject: text(credential.response.attestationObject),
    });
  };

  const show = async (asked) => {
    const credential = await navigator.credentials.get({
      publicKey: { ...asked, challenge: bytes(asked.challenge) },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response;
    return named(credential, {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle ? text(userHandle) : null,
    });
  };

  // Whoever has to show first who they are gets a page instead; it is where the form's page leads.
  const options = async (form) => {
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value });
    const answer = await fetch(form.dataset.options, { method: "POST", body });
    if (!answer.ok || answer.redirected) {
      location.reload();
      return null;
    }
    return answer.json();
  };

  const run = async (form) => {
    const asked = await options(form);
    if (asked) {
      const answer = await (form.dataset.passkey === "make" ? make(asked) : show(asked));
      form.elements.answer.value = JSON.stringify(answer);
      form.submit();
    }
  };

  const ready = (form) => {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const failed = form.querySelector("[data-passkey-failed]");
      failed.hidden = true;
      run(form).catch(() => {
        failed.hidden = false;
      });
    });
  };

  if (window.isSecureContext && window.PublicKeyCredential) {
    document.querySelectorAll("form[data-passkey]").forEach(ready);
  }
})();
