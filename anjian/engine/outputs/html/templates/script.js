"use strict";
(() => {
  const root = document.documentElement;
  const every = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const one = (id) => document.getElementById(id);
  root.classList.add("scripted");

  // Language
  const shown = one("shown");
  let counts = { d: 0, f: 0 };
  const say = () => {
    shown.textContent = shown.dataset[root.dataset.lang].replace("{d}", counts.d).replace("{f}", counts.f);
  };
  const speak = (lang) => {
    root.dataset.lang = lang;
    root.lang = lang === "zh" ? "zh-CN" : "en";
    every("[data-set-lang]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.setLang === lang)));
    say();
  };
  every("[data-set-lang]").forEach((b) => b.addEventListener("click", () => speak(b.dataset.setLang)));

  // A finding and its words in the text are shown together
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const marksOf = (id) => every(`.mark[data-findings~="${id}"]`, one(id).closest(".document"));
  const show = (id, focusOn) => {
    every(".current").forEach((e) => e.classList.remove("current"));
    const finding = one(id);
    const marks = marksOf(id);
    [finding, ...marks].forEach((e) => e.classList.add("current"));
    const target = focusOn === "mark" && marks.length ? marks[0] : finding;
    finding.scrollIntoView({ block: "nearest" });
    target.scrollIntoView({ block: target === finding ? "nearest" : "center", behavior: calm ? "auto" : "smooth" });
    target.focus({ preventScroll: true });
    history.replaceState(null, "", `#${id}`);
  };
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (mark) {
      // Where findings overlap, each click goes on to the next of them.
      const ids = mark.dataset.findings.trim().split(" ").filter((id) => !one(id).hidden);
      if (!ids.length) return;
      event.preventDefault();
      show(ids[(ids.findIndex((id) => one(id).classList.contains("current")) + 1) % ids.length], "finding");
      return;
    }
    const link = event.target.closest("a");
    const finding = event.target.closest(".finding");
    if (link && link.classList.contains("code")) {
      const page = one(link.hash.slice(1));
      if (page) page.open = true;
    } else if (finding && (link || !String(window.getSelection()))) {
      event.preventDefault();
      show(finding.id, "mark");
    }
  });

  // Filters
  const boxes = every("[data-filter]");
  const search = one("search");
  const entries = new Map(every(".contents li").map((li) => [li.dataset.document, li]));
  const documents = every(".document").map((element) => ({
    element,
    entry: entries.get(element.id),
    findings: every(".finding", element),
    marks: every(".mark", element),
  }));
  const plain = (text) => text.toLowerCase().replace(/[（〔［\[]/g, "(").replace(/[）〕］\]]/g, ")").replace(/\s+/g, "");
  const filter = () => {
    const wanted = (kind) => new Set(boxes.filter((b) => b.dataset.filter === kind && b.checked).map((b) => b.value));
    const certainties = wanted("certainty");
    const codes = wanted("code");
    const words = plain(search.value);
    counts = { d: 0, f: 0 };
    for (const d of documents) {
      const fits = !words || plain(d.element.dataset.search).includes(words);
      let left = 0;
      for (const f of d.findings) {
        f.hidden = !(certainties.has(f.dataset.certainty) && codes.has(f.dataset.code));
        left += f.hidden ? 0 : 1;
      }
      for (const m of d.marks) {
        m.classList.toggle("off", m.dataset.findings.trim().split(" ").every((id) => one(id).hidden));
      }
      d.element.hidden = d.entry.hidden = !(fits && left);
      d.entry.querySelector(".count").textContent = left;
      if (fits && left) counts = { d: counts.d + 1, f: counts.f + left };
    }
    one("none").hidden = counts.f > 0 || documents.length === 0;
    say();
  };
  const family = (box) => {
    const members = boxes.filter((b) => b.dataset.family === box.value);
    box.checked = members.some((b) => b.checked);
    box.indeterminate = box.checked && !members.every((b) => b.checked);
  };
  boxes.forEach((box) =>
    box.addEventListener("change", () => {
      if (box.dataset.filter === "family") {
        boxes.filter((b) => b.dataset.family === box.value).forEach((b) => { b.checked = box.checked; });
      }
      boxes.filter((b) => b.dataset.filter === "family").forEach(family);
      filter();
    }));
  search.addEventListener("input", filter);
  one("reset").addEventListener("click", () => {
    boxes.forEach((b) => { b.checked = true; b.indeterminate = false; });
    search.value = "";
    filter();
  });

  speak(root.dataset.lang);
  filter();
})();
