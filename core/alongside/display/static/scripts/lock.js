// A device that many use covers its page when it is left alone, and keeps it: her card takes the cover away.
// Without this script the server asks for the card in the place of the next page.
(() => {
  "use strict";
  const template = document.getElementById("lock");
  if (!template) return;

  const MINUTE = 60_000;
  const LISTENS = 15 * MINUTE; // whoever has a page read to her is here, but not for ever
  const wait = Number(template.dataset.minutes) * MINUTE;
  const mark = template.content.querySelector("form").elements._mark.value;
  const others = "BroadcastChannel" in window ? new BroadcastChannel("alongside-lock") : null;
  let seen = Date.now();
  let touched = seen;
  let told = Date.now();
  let cover = null;
  let covering = null; // the server's word that it is locked there too
  let before = null;

  const ask = async (what) => {
    const body = new URLSearchParams({ _mark: mark, ...what });
    const answer = await fetch("/locked", { method: "POST", body, cache: "no-store", keepalive: true });
    return answer.ok ? (await answer.json()).is : "gone";
  };

  // --- somebody is here

  const here = () => {
    seen = Date.now();
    if (cover || seen - told < MINUTE) return;
    told = seen;
    if (others) others.postMessage("here");
    ask({ do: "here" }).then((is) => (is === "locked" ? lock() : is === "gone" ? leave() : null), () => {});
  };
  const touch = () => {
    touched = Date.now();
    here();
  };
  for (const event of ["pointerdown", "keydown", "input", "wheel", "touchstart"]) {
    window.addEventListener(event, touch, { capture: true, passive: true });
  }
  const listened = () => Date.now() - touched < LISTENS && here();
  window.addEventListener("alongside-reading", listened);
  document.addEventListener("timeupdate", listened, { capture: true, passive: true }); // a film or a voice plays

  // --- nobody is here

  const check = () => {
    if (!cover && Date.now() - seen >= wait) lock();
  };
  const again = () => {
    if (cover) look();
    else check();
  };
  window.setInterval(check, 5_000);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  window.addEventListener("pageshow", again);
  if (others) {
    others.addEventListener("message", (event) => {
      if (event.data === "here") seen = told = Date.now();
      if (event.data === "lock" && !cover) show();
      if (event.data === "open" && cover) look();
    });
  }

  const lock = () => {
    show();
    if (others) others.postMessage("lock");
  };

  const lockThere = () => {
    covering = ask({ do: "lock" }).catch(() => {
      covering = null;
      return "away";
    });
    return covering;
  };
  const standsThere = () => covering || lockThere();

  // --- the cover

  const around = () => [...document.body.children].filter((one) => one !== cover);

  const show = () => {
    before = { focus: document.activeElement, title: document.title };
    cover = document.importNode(template.content, true).querySelector(".lock");
    document.body.append(cover);
    document.documentElement.classList.add("covered");
    window.dispatchEvent(new Event("alongside-covered"));
    for (const one of document.querySelectorAll("audio, video")) one.pause();
    for (const one of around()) one.inert = true;
    document.title = template.dataset.title;
    const [form] = cover.querySelectorAll("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      shown(form.elements.card.value);
    });
    cover.querySelector("[data-leave]").addEventListener("click", () => turn("ask"));
    turn("ask");
    lockThere();
  };

  const turn = (to, saying = "") => {
    const [asking, other] = [cover.querySelector("[data-ask]"), cover.querySelector("[data-other]")];
    asking.hidden = to !== "ask";
    other.hidden = to !== "other";
    for (const what of ["none", "away"]) cover.querySelector(`[data-${what}]`).hidden = what !== saying;
    const field = cover.querySelector("#lock-card");
    field.value = "";
    (to === "ask" ? field : other.querySelector("h2")).focus();
  };

  const open = () => {
    cover.remove();
    cover = covering = null;
    document.documentElement.classList.remove("covered");
    for (const one of around()) one.inert = false;
    document.title = before.title;
    if (before.focus && before.focus.isConnected) before.focus.focus();
    seen = told = touched = Date.now();
    if (others) others.postMessage("open");
  };

  const leave = () => window.location.replace("/card");

  // A reader types the whole card wherever the focus is; what it types on the cover goes into the field.
  window.addEventListener(
    "keydown",
    (event) => {
      const field = cover && !cover.querySelector("[data-ask]").hidden && cover.querySelector("#lock-card");
      if (field && document.activeElement !== field && event.key.length === 1 && !event.ctrlKey) field.focus();
    },
    { capture: true },
  );

  const shown = async (card) => {
    if (!card) return look();
    const stands = await standsThere();
    const is = stands === "locked" ? await ask({ do: "card", card }).catch(() => "away") : stands;
    if (!cover) return undefined;
    if (is === "open") return open();
    if (is === "gone") return leave();
    if (is !== "other") return turn("ask", is);
    turn("other");
    cover.querySelector('[data-other] input[name="card"]').value = card;
    return undefined;
  };

  // Her card may have been shown to the camera meanwhile, which has opened another page. Until the server has said
  // that it is locked there, it is not asked whether it is open.
  const look = async () => {
    const stands = await standsThere();
    const is = stands === "locked" ? await ask({ do: "here" }).catch(() => "away") : stands;
    if (cover && is === "open") open();
    if (is === "gone") leave();
  };
})();
