// Passkeys: asks the browser for a key and sends what it signed with the form. Without it the form is not shown.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const keys = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  // What is signed is the mark of this very form: it was made for this browser, and is taken once.
  const challenge = (form) => new TextEncoder().encode(form.elements._mark.value);

  const created = (options, form) => ({
    ...options,
    challenge: challenge(form),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: keys(options.excludeCredentials),
  });
  const asked = (options, form) => ({
    ...options,
    challenge: challenge(form),
    allowCredentials: keys(options.allowCredentials),
  });

  const answered = (key) => {
    const told = key.response;
    const response = { clientDataJSON: text(told.clientDataJSON) };
    if (told.attestationObject) response.attestationObject = text(told.attestationObject);
    if (told.authenticatorData) response.authenticatorData = text(told.authenticatorData);
    if (told.signature) response.signature = text(told.signature);
    if (told.userHandle) response.userHandle = text(told.userHandle);
    return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, response, clientExtensionResults: {} });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    const trouble = form.querySelector("[data-trouble]");
    form.addEventListener("submit", async (event) => {
      if (form.elements.answer.value) return;
      event.preventDefault();
      const options = JSON.parse(form.dataset.passkey);
      try {
        const key = options.user
          ? await navigator.credentials.create({ publicKey: created(options, form) })
          : await navigator.credentials.get({ publicKey: asked(options, form) });
        form.elements.answer.value = answered(key);
        form.submit();
      } catch {
        // Whoever changed her mind, or whose device has no key for us, tries again or comes in another way.
        if (trouble) trouble.hidden = false;
      }
    });
  }
})();
