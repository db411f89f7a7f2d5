/* Search over the small built-in index. Its parts are loaded when somebody types, one after another. */
(() => {
  "use strict";
  const form = document.getElementById("search");
  if (!form) return;
  const input = form.elements.q;
  const list = document.getElementById("results");
  const status = document.getElementById("found");
  const browse = document.getElementById("browse");
  const MOST = 60;
  const entries = [];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const split = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  let asked = 0;

  const load = (number) => {
    const script = document.createElement("script");
    script.src = form.dataset.index.replace("1", number);
    document.head.append(script);
    asked = number;
  };
  globalThis.sitegenIndex = (part, parts) => {
    for (const [kind, title, beside, href] of part) entries.push({ kind, title, beside, href, words: split(plain(title + " " + beside)), name: plain(title) });
    if (asked < parts) load(asked + 1);
    search();
  };

  // Every word must begin a word of the entry; titles that begin with what was typed come first.
  const search = () => {
    const query = plain(input.value).trim();
    const words = split(query);
    browse.hidden = words.length > 0;
    list.replaceChildren();
    status.textContent = "";
    if (!words.length) return;
    const found = entries.filter((entry) => words.every((word) => entry.words.some((one) => one.startsWith(word))));
    found.sort((a, b) => b.name.startsWith(query) - a.name.startsWith(query));
    const text = found.length ? (found.length > MOST ? form.dataset.most : form.dataset.some) : form.dataset.none;
    status.textContent = text.replace("{count}", Math.min(found.length, MOST));
    for (const entry of found.slice(0, MOST)) {
      const item = document.createElement("li");
      const at = document.createElement("span");
      const link = document.createElement("a");
      at.className = "at";
      at.textContent = entry.kind + " · " + entry.beside;
      link.href = entry.href;
      link.textContent = entry.title;
      item.append(at, link);
      list.append(item);
    }
  };

  const ask = () => {
    if (!asked) load(1);
    search();
  };
  input.addEventListener("input", () => {
    history.replaceState(null, "", input.value ? "?q=" + encodeURIComponent(input.value) : location.pathname);
    ask();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) ask();
})();
