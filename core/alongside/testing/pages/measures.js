// What is measured of a page as it stands on the screen. Returns lists of sentences by the name of the fault.
({ target, print, width, easy, forced }) => {
  const found = {};
  const note = (kind, words) => (found[kind] ??= []).push(words);
  const short = (one) => one.outerHTML.replace(/\s+/g, " ").slice(0, 110);
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const words = (one) => one.innerText.trim();

  // A link inside a sentence is as tall as its line; WCAG 2.5.5 leaves it out.
  const inSentence = (one) =>
    one.matches("p a, li a, td a, dd a") && !one.matches(".button") && getComputedStyle(one).display.startsWith("inline") &&
    words(one.closest("p, li, td, dd")) !== words(one);
  // Where a label is, it may be pressed as well.
  const pressed = (one) => {
    const boxes = [one, ...(one.labels ?? [])].filter(seen).map((each) => each.getBoundingClientRect());
    return Math.max(...boxes.map((box) => Math.min(box.width, box.height)));
  };
  const TARGETS = "a[href], button, summary, select, textarea, input:not([type=hidden]), [role=button], [tabindex='0']:not(.table)";
  for (const one of document.querySelectorAll(TARGETS)) {
    if (!seen(one) || one.matches(".skip") || inSentence(one)) continue;
    // Half a pixel is the browser's rounding.
    if (pressed(one) < target - 0.5) note("small target", `${Math.round(pressed(one))} px, at least ${target}: ${short(one)}`);
  }

  const root = document.scrollingElement;
  if (root.scrollWidth > width) {
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 1);
    note("scrolls sideways", `${root.scrollWidth} px wide at ${width}: ${wide.slice(0, 2).map(short).join(" … ")}`);
  }

  const texts = [...document.querySelectorAll("body *")].filter(
    (one) => seen(one) && !one.closest("svg, .unseen, .skip, option, code, .sample") &&
      [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  for (const one of texts) {
    const style = getComputedStyle(one);
    if (parseFloat(style.fontSize) < print) note(easy ? "E1" : "small print", `${style.fontSize}, at least ${print} px: ${short(one)}`);
    if (!easy) continue;
    if (style.fontStyle !== "normal") note("E2", `italics: ${short(one)}`);
    if (style.textTransform === "uppercase") note("E2", `block capitals: ${short(one)}`);
    if (!["start", "left"].includes(style.textAlign) && one.closest("main") && !one.closest("button, .button, .number")) note("E2", `not at the left: ${short(one)}`);
    if (!/^["']?(Lexend|Reading)/.test(style.fontFamily)) note("E2", `another letter: ${style.fontFamily}: ${short(one)}`);
    if (style.textDecorationLine.includes("underline") && !one.closest("a, summary, button")) note("E2", `underlined and no link: ${short(one)}`);
    if (style.hyphens === "auto") note("E6", `words are parted: ${short(one)}`);
  }

  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = numbers(colour).map((each) => (each /= 255) <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (one) => {
    const colour = one ? getComputedStyle(one).backgroundColor : "rgb(255, 255, 255)";
    return numbers(colour)[3] === 0 ? ground(one.parentElement) : colour;
  };
  const contrast = (colour, under) => {
    const [low, high] = [colour, under].map(light).sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // axe reads colours of forced-colours pages wrongly, see axe.py.
  for (const one of forced ? texts : []) {
    const ratio = contrast(getComputedStyle(one).color, ground(one));
    if (ratio < 7) note("contrast in forced colours", `${ratio.toFixed(1)} to 1, at least 7: ${short(one)}`);
  }
  // It cannot tell the ground of words in a drawing: they stand on the page's own, or on what is filled below them.
  for (const one of document.querySelectorAll("svg text")) {
    if (!seen(one)) continue;
    const box = one.getBoundingClientRect();
    const under = [...one.ownerSVGElement.querySelectorAll("rect, circle, polygon")].filter((shape) => {
      const there = shape.getBoundingClientRect();
      return there.left < box.right - 1 && there.right > box.left + 1 && there.top < box.bottom - 1 && there.bottom > box.top + 1;
    });
    const grounds = [ground(one.ownerSVGElement), ...under.map((shape) => getComputedStyle(shape).fill)];
    for (const each of grounds.filter((colour) => colour.startsWith("rgb"))) {
      const ratio = contrast(getComputedStyle(one).fill, each);
      if (ratio < 7) note("contrast in a drawing", `${ratio.toFixed(1)} to 1, at least 7: ${short(one)}`);
    }
  }

  if (easy) {
    const least = width < 400 ? 72 : 96;
    for (const row of document.querySelectorAll("li.row")) {
      const picture = row.querySelector(".picture, .person, svg"), sentence = row.querySelector("p");
      if (!picture || !sentence || !seen(row)) continue;
      const [left, right] = [picture, sentence].map((one) => one.getBoundingClientRect());
      if (left.right > right.left + 1) note("E3", `the picture is not left of its words: ${short(row)}`);
      if (Math.round(left.width) < least) note("E3", `the picture is ${Math.round(left.width)} px, at least ${least}: ${short(row)}`);
    }
  }
  return found;
}
