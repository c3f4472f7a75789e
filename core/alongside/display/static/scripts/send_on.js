// What was sent before a card opened the device again goes on by itself; without this, by its button.
(() => {
  "use strict";
  document.querySelector("form[data-send-on]")?.requestSubmit();
})();
