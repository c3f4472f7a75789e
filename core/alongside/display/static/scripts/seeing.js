// “How I see things”: the page wears what is chosen at once. Without it, it does so once the choice is kept.
(() => {
  "use strict";
  const form = document.querySelector("form[data-live-preview=yes]");
  if (!form) return;
  const root = document.documentElement;
  const scheme = document.querySelector("meta[name=color-scheme]");

  const wear = (name, chosen, usual) => {
    if (!chosen || chosen === usual) delete root.dataset[name];
    else root.dataset[name] = chosen;
  };

  form.addEventListener("change", () => {
    const { colours, text_size: size } = Object.fromEntries(new FormData(form));
    wear("colours", colours, "device");
    wear("size", size, "usual");
    if (scheme) scheme.content = root.dataset.colours || "light dark";
  });
})();
