// What the pages can do more where scripts run; without them everything works by links and forms.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll(".margin .rec[data-r]")];
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

  // j and k: the next and the previous record of an article, in the text and beside it
  function step(by) {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((row) => row.classList.contains("now"));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
    all.forEach((row) => row.classList.toggle("now", row === next));
    document.getElementById(next.dataset.r)?.scrollIntoView({ block: "center" });
    next.scrollIntoView({ block: "nearest" });
    next.querySelector(".no").focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (!press(event)) return;
    event.preventDefault();
  });

  // the keys of the review: a button or link is pressed, a form is opened
  function press(event) {
    if (event.key === " " && event.target.closest("a, button, summary")) return false;
    const found = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === event.key);
    if (!found) return false;
    if (found.tagName === "DETAILS") {
      found.open = true;
      found.querySelector("select, textarea, input:not([type=hidden])").focus();
    } else found.click();
    return true;
  }

  // words selected in the text go into the field in which the cursor stood last
  let span = null;
  document.addEventListener("focusin", (event) => { if (event.target.matches("[data-span]")) span = event.target; });
  document.addEventListener("mouseup", () => {
    const chosen = getSelection();
    const text = document.querySelector(".review .text");
    if (!span || !span.closest("details[open]") || !text || chosen.isCollapsed || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return;
    const held = document.createElement("div");
    for (let n = 0; n < chosen.rangeCount; n += 1) held.append(chosen.getRangeAt(n).cloneContents());
    span.value = held.textContent.trim();
  });

  // who reviews goes with every form; of a missed record only the fields of its kind are shown
  const who = document.querySelector("[data-who]");
  who?.addEventListener("input", () => document.querySelectorAll("[data-reviewer]").forEach((one) => { one.value = who.value; }));
  const kinds = document.querySelector("[data-kinds]");
  const sift = () => document.querySelectorAll("[data-of]").forEach((one) => { one.hidden = one.dataset.of !== kinds.value; });
  if (kinds) { kinds.addEventListener("change", sift); sift(); }

  document.documentElement.classList.add("scripted");
})();
