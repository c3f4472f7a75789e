// “Read this to me”: says a page sentence by sentence and marks the one being said. Without it nothing is missing.
//
// Only voices of the device itself are taken: others send what is read to a company's computers.
(() => {
  "use strict";
  const speech = window.speechSynthesis;
  const words = document.getElementById("read-aloud");
  const main = document.querySelector("main");
  if (!speech || !window.SpeechSynthesisUtterance || !words || !main) return;

  const RATE = 0.85;
  const UNREAD = "nav, script, style, svg, select, textarea, template, [aria-hidden=true], [data-unread]";
  const HAS_WORDS = /[\p{L}\p{N}]/u;

  const voice = () => {
    const own = speech.getVoices().filter((one) => one.localService && /^en\b/i.test(one.lang));
    return own.find((one) => /^en[-_]GB/i.test(one.lang)) || own[0];
  };

  // --- what there is to read

  const block = (node) => {
    let one = node.parentElement;
    while (one !== main && /^(inline|contents)$/.test(getComputedStyle(one).display)) one = one.parentElement;
    return one;
  };

  const isRead = (node) =>
    HAS_WORDS.test(node.data) && !node.parentElement.closest(UNREAD) && node.parentElement.checkVisibility();

  // The pieces of text that stand together in one line or paragraph, in the order of the page.
  const runs = (root) => {
    const found = [];
    let last = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeName === "BR") last = null;
      if (node.nodeType !== Node.TEXT_NODE || node.parentElement.closest(UNREAD)) continue;
      const home = block(node);
      if (last && last.home === home) last.nodes.push(node);
      else found.push((last = { home, nodes: [node] }));
    }
    return found.filter((run) => run.nodes.some(isRead));
  };

  const cut = (text) => {
    if (window.Intl && Intl.Segmenter) {
      const cutter = new Intl.Segmenter("en-GB", { granularity: "sentence" });
      return [...cutter.segment(text)].map((one) => one.segment);
    }
    return text.match(/[^.!?]+[.!?]*\s*|\s+/g) || [];
  };

  // Where a place in the joined text lies in the page.
  const place = (nodes, at) => {
    let left = at;
    for (const node of nodes) {
      if (left <= node.data.length) return [node, left];
      left -= node.data.length;
    }
    const last = nodes[nodes.length - 1];
    return [last, last.data.length];
  };

  const sentences = (root) =>
    runs(root).flatMap(({ nodes }) => {
      let at = 0;
      // A line break of the source is none of the sentence; each blank stays where it is, as places are counted.
      const text = nodes.map((node) => node.data).join("").replace(/\s/g, " ");
      return cut(text).flatMap((piece) => {
        const from = at + (piece.length - piece.trimStart().length);
        at += piece.length;
        if (!HAS_WORDS.test(piece)) return [];
        const range = new Range();
        range.setStart(...place(nodes, from));
        range.setEnd(...place(nodes, from + piece.trim().length));
        return [{ text: piece.trim().replace(/\s+/g, " "), range, home: nodes[0].parentElement }];
      });
    });

  // --- reading

  let reading = 0; // each reading has a number; what comes of an older one is not listened to
  let pressed = null;

  const mark = (sentence) => {
    if (window.CSS && CSS.highlights && window.Highlight) {
      if (sentence) CSS.highlights.set("read-aloud", new Highlight(sentence.range));
      else CSS.highlights.delete("read-aloud");
    } else {
      document.querySelectorAll(".read-aloud").forEach((one) => one.classList.remove("read-aloud"));
      if (sentence) sentence.home.classList.add("read-aloud");
    }
    if (sentence) sentence.home.scrollIntoView({ block: "nearest" });
  };

  const show = (button, isReading) => {
    button.querySelector("[data-when=read]").hidden = isReading;
    button.querySelector("[data-when=stop]").hidden = !isReading;
  };

  const stop = () => {
    reading += 1;
    speech.cancel();
    mark(null);
    if (pressed) show(pressed, false);
    pressed = null;
  };

  const say = (list, number) => {
    if (number !== reading) return;
    const [sentence, ...rest] = list;
    if (!sentence) return stop();
    const said = Object.assign(new SpeechSynthesisUtterance(sentence.text), { lang: "en-GB", rate: RATE });
    said.voice = voice() || null;
    said.onend = () => say(rest, number);
    said.onerror = () => number === reading && stop();
    mark(sentence);
    speech.speak(said);
    dispatchEvent(new Event("alongside-reading"));
  };

  const press = (button, root) => {
    const again = pressed === button;
    stop();
    if (again) return;
    pressed = button;
    show(button, true);
    say(sentences(root), reading);
  };

  // --- the buttons

  const button = (root) => {
    const made = words.content.firstElementChild.cloneNode(true);
    made.addEventListener("click", (event) => {
      event.preventDefault();
      press(made, root);
    });
    return made;
  };

  // A piece of a page that says data-read has a small button of its own, named by how the piece begins.
  const smallButton = (root) => {
    const first = sentences(root)[0];
    const made = button(root);
    made.classList.add("round");
    made.querySelectorAll("[data-when]").forEach((one) => {
      one.classList.add("unseen");
      one.append(`: ${first ? first.text : ""}`);
    });
    return made;
  };

  const begin = () => {
    if (!voice() || main.querySelector(".read-aloud-button")) return;
    main.querySelectorAll("[data-read]").forEach((root) => root.append(smallButton(root)));
    const title = main.querySelector(".title");
    if (title) title.append(button(main));
  };

  begin();
  speech.addEventListener?.("voiceschanged", begin);
  addEventListener("pagehide", stop);
  // What nobody may see, nobody may hear.
  addEventListener("alongside-covered", stop);
  addEventListener("keydown", (event) => event.key === "Escape" && pressed && stop());
})();
