// Showing a card: takes what a reader types wherever the focus is, and reads a card with the camera in the page where
// the browser can. Without it the field and the tablet's own camera do the same.
(() => {
  "use strict";
  const form = document.querySelector("form[data-card]");
  if (!form) return;
  const field = form.elements.card;

  window.addEventListener("keydown", (event) => {
    const typing = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    // The page itself may have the focus, where somebody has touched it; what she writes or presses is left alone.
    if (typing && !document.activeElement.matches("input, textarea, select, button, a, summary")) field.focus();
  });

  // --- the camera in the page

  const place = document.querySelector("[data-camera]");
  const [button, video] = [place.querySelector("button"), place.querySelector("video")];
  const trouble = place.querySelector("[data-trouble]");
  let stream = null;

  const able = async () => {
    if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false;
    return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
  };
  able().then((can) => (place.hidden = !can), () => {});

  const stop = () => {
    for (const track of stream ? stream.getTracks() : []) track.stop();
    stream = null;
    video.hidden = true;
    button.hidden = false;
  };

  const found = (text) => {
    stop();
    field.value = text;
    form.requestSubmit();
  };

  const read = async (detector) => {
    if (!stream) return;
    const codes = video.readyState >= video.HAVE_CURRENT_DATA ? await detector.detect(video) : [];
    const ours = codes.find((one) => /\/card\/[0-9a-z]{26}$/i.test(one.rawValue));
    if (ours) found(ours.rawValue);
    else window.setTimeout(() => read(detector).catch(failed), 200);
  };

  const failed = () => {
    stop();
    trouble.hidden = false;
  };

  button.addEventListener("click", async () => {
    trouble.hidden = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "user" } });
      video.srcObject = stream;
      video.hidden = false;
      button.hidden = true;
      await video.play();
      await read(new BarcodeDetector({ formats: ["qr_code"] }));
    } catch {
      failed();
    }
  });
  window.addEventListener("pagehide", stop);
})();
