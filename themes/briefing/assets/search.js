/* Search over the small built-in index. Its parts are loaded when somebody types, one after another.
   Where the site has a full-text index (Pagefind) and is served, that one is asked instead. */
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
    ask();
  };

  // An extract comes as HTML in which nothing but <mark> is markup.
  const extract = (html) => {
    const line = document.createElement("span");
    line.className = "extract";
    for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
      const part = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
      part.textContent = node.textContent;
      line.append(part);
    }
    return line;
  };

  const show = (found, count) => {
    const text = count ? (count > MOST ? form.dataset.most : form.dataset.some) : form.dataset.none;
    status.textContent = text.replace("{count}", Math.min(count, MOST));
    list.replaceChildren(...found.map((entry) => {
      const item = document.createElement("li");
      const at = document.createElement("span");
      const link = document.createElement("a");
      at.className = "at";
      at.textContent = [entry.kind, entry.beside].filter(Boolean).join(" · ");
      link.href = entry.href;
      link.textContent = entry.title;
      item.append(at, link);
      if (entry.extract) item.append(extract(entry.extract));
      return item;
    }));
  };

  // Every word must begin a word of the entry; titles that begin with what was typed come first.
  const search = () => {
    const query = plain(input.value).trim();
    const words = split(query);
    const found = entries.filter((entry) => words.every((word) => entry.words.some((one) => one.startsWith(word))));
    found.sort((a, b) => b.name.startsWith(query) - a.name.startsWith(query));
    show(found.slice(0, MOST), found.length);
  };

  // Modules cannot be loaded from a disk; there, and where Pagefind fails, the built-in index answers.
  let pagefind = Boolean(form.dataset.fullText) && location.protocol !== "file:";
  const searchFullText = async () => {
    const query = input.value;
    try {
      const program = await import(new URL(form.dataset.fullText, location.href));
      const answer = await program.debouncedSearch(query, {}, 150);
      if (answer === null) return;
      const found = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
      if (query !== input.value) return;
      show(found.map((page) => ({ kind: page.meta.kind, beside: page.meta.beside, title: page.meta.title, href: page.url, extract: page.excerpt })), answer.results.length);
    } catch {
      pagefind = false;
      ask();
    }
  };

  const ask = () => {
    const words = split(plain(input.value));
    browse.hidden = words.length > 0;
    if (!words.length) {
      list.replaceChildren();
      status.textContent = "";
    } else if (pagefind) {
      searchFullText();
    } else {
      if (!asked) load(1);
      search();
    }
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
