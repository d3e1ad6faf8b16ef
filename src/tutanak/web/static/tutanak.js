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
    else return;
    event.preventDefault();
  });

  document.querySelectorAll(".hint[hidden]").forEach((hint) => { hint.hidden = false; });
})();
