// What is looked at while a page is used by keys: where the focus is, what is said, what is cut off, its words.
({
  there: () => {
    const one = document.activeElement;
    if (!one || one === document.body) return { words: "", tag: "", name: "", checked: false };
    const labels = [...(one.labels ?? [])];
    const all = [one, ...labels];
    // A tall thing is looked at near its top as well: its middle may be below the screen.
    const on = all.some((each) => {
      const box = each.getBoundingClientRect();
      return [0.5, 0.1].some((part) => {
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height * part, innerHeight / 2));
        return hit && (hit.contains(one) || all.some((mine) => mine.contains(hit)));
      });
    });
    const outlined = [...all, one.nextElementSibling].filter(Boolean).some((each) => {
      const style = getComputedStyle(each);
      return parseFloat(style.outlineWidth) >= 3 && style.outlineStyle !== "none";
    });
    return {
      words: all.map((each) => each.innerText ?? "").join(" ").replace(/\s+/g, " ").trim(),
      tag: one.localName,
      name: one.name ?? "",
      checked: one.checked === true,
      skip: one.matches(".skip"),
      bare: one.matches("html, main, [tabindex='-1']"),
      on,
      outlined,
    };
  },

  inMain: (words) =>
    [...document.querySelectorAll("main :is(a[href], button, summary, input, select, textarea)")].some(
      (one) =>
        one.checkVisibility() &&
        [one, one.labels?.[0]].some((each) => each?.innerText?.replace(/\s+/g, " ").includes(words)),
    ),

  says: () =>
    [document.querySelector("h1"), ...document.querySelectorAll("main :is([role=status], [role=alert])")]
      .map((one) => one?.innerText)
      .join("|"),

  // Another document has no mark: so it is seen whether one was left.
  mark: () => { document.left = false; },
  marked: () => document.left === false,

  clipped: () => {
    const faults = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth + 1) faults.push(`scrolls sideways: ${root.scrollWidth} px`);
    for (const one of document.querySelectorAll("body *")) {
      if (!one.checkVisibility() || one.closest(".unseen, .skip, svg, .table")) continue;
      const style = getComputedStyle(one);
      const cut = [style.overflowX, style.overflowY].some((each) => ["hidden", "clip"].includes(each));
      const over = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
      if (cut && over && one.innerText?.trim()) faults.push(`clipped: ${one.outerHTML.slice(0, 90)}`);
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (own && one.getBoundingClientRect().right > root.clientWidth + 1)
        faults.push(`over the edge: ${one.outerHTML.slice(0, 90)}`);
    }
    return faults;
  },

  space: (rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  },

  words: () => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let found = 0;
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement;
      const silent = around.closest(".unseen, svg, template, script, noscript");
      if (silent || !around.checkVisibility({ visibilityProperty: true })) continue;
      found += walker.currentNode.data.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
    }
    return found;
  },
})
