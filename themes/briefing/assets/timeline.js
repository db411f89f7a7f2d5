/* The drawn timeline, for readers who want to look closer: zoom, pan, filter, keys, an address for every view.
   The page is whole without it; nothing moves by itself. */
(() => {
  "use strict";
  const figure = document.getElementById("chart");
  const tools = document.getElementById("tools");
  if (!figure || !tools) return;
  const svg = figure.querySelector(".drawing");
  const axis = figure.querySelector(".axis");
  const facts = JSON.parse(tools.dataset.facts);
  const DAY = 86400000;
  const first = Date.parse(figure.dataset.first + "T00:00Z");
  const days = (Date.parse(figure.dataset.end + "T00:00Z") - first) / DAY;
  const LEAST = Math.min(100, (100 * 0.5) / days);

  // Every length along time, as it was printed: per cent of the whole axis.
  const placed = [];
  for (const el of svg.querySelectorAll("*")) {
    if (el.closest("defs, .grid, .beside")) continue;
    for (const name of ["x", "x1", "x2", "cx", "width"]) {
      const value = el.getAttribute(name);
      if (value && value.endsWith("%") && !el.closest(".lane")) placed.push([el, name, parseFloat(value)]);
    }
  }
  const marks = [...svg.querySelectorAll(".marks > a")];
  const selects = [...tools.querySelectorAll("select")];
  const count = tools.querySelector("output");
  const grid = svg.querySelector(".grid");
  const gridLine = grid.querySelector("line");
  const gridText = axis.querySelector("text");
  const printed = [...grid.childNodes];
  const printedText = [...axis.childNodes];
  let from = 0;
  let to = 100;

  const dayAt = (percent) => new Date(first + (percent / 100) * days * DAY);
  const iso = (percent) => dayAt(percent).toISOString().slice(0, 16).replace("T00:00", "");
  const percentOf = (text) => ((Date.parse(text + (text.length > 10 ? "Z" : "T00:00Z")) - first) / DAY / days) * 100;

  const draw = () => {
    const scale = 100 / (to - from);
    for (const [el, name, base] of placed) {
      const value = name === "width" ? base * scale : (base - from) * scale;
      el.setAttribute(name, value.toFixed(2) + "%");
    }
    const zoomed = scale > 1.001;
    const shown = ((to - from) / 100) * days;
    svg.classList.toggle("zoomed", zoomed);
    placeHours(stepOfHours(shown) && zoomed, scale);
    if (zoomed) drawGrid(shown);
    else {
      grid.replaceChildren(...printed);
      axis.replaceChildren(...printedText);
    }
    setFoot();
  };

  // Once hours can be told apart, what has an hour stands at it; what has only its day stands at the day's beginning, with a line through the day.
  const stepOfHours = (shown) => [1, 3, 6, 12].find((step) => (shown * 24) / step <= 10);
  const placeHours = (areShown, scale) => {
    for (const mark of marks) {
      if (!mark.dataset.at) continue;
      const [at, until] = [+mark.dataset.at, +mark.dataset.until];
      let line = mark.querySelector(".whole");
      if (areShown && !line && until > at) {
        line = document.createElementNS("http://www.w3.org/2000/svg", "line");
        line.setAttribute("class", "whole");
        const y = mark.querySelector("svg").getAttribute("y");
        line.setAttribute("y1", y);
        line.setAttribute("y2", y);
        mark.prepend(line);
      }
      if (!areShown) line?.remove();
      else {
        mark.querySelector("svg").setAttribute("x", (at - from) * scale + "%");
        line?.setAttribute("x1", (at - from) * scale + "%");
        line?.setAttribute("x2", (until - from) * scale + "%");
      }
    }
    // The edition speaks of its whole day.
    const edition = svg.querySelector("line.as-of");
    if (areShown && edition) for (const name of ["x1", "x2"]) edition.setAttribute(name, (edition.dataset.until - from) * scale + "%");
    const follow = (el, name, mark) => {
      if (areShown && mark?.dataset.at) el.setAttribute(name, (mark.dataset.at - from) * scale + "%");
    };
    for (const [line, , , upper, lower] of joins) {
      follow(line, "x1", upper);
      follow(line, "x2", lower);
    }
    for (const el of svg.querySelectorAll(".labels :is(line, a)")) {
      const mark = same.get(el.dataset.event)?.[0];
      if (el.matches("a")) follow(el.firstElementChild, "x", mark);
      else for (const name of ["x1", "x2"]) follow(el, name, mark);
    }
  };

  const drawGrid = (shown) => {
    if (!gridLine) return;
    const hours = stepOfHours(shown);
    const dayStep = [1, 2, 7, 14].find((step) => shown / step <= 10);
    const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((step) => shown / 30.4 / step <= 10) || 1200;
    const start = dayAt(from);
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), dayStep || hours ? start.getUTCDate() : 1));
    const form = (options) => new Intl.DateTimeFormat(figure.dataset.locale, { timeZone: "UTC", ...options });
    const dayForm = form({ day: "numeric", month: "short" });
    const hourForm = form({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const monthForm = form({ month: "short" });
    grid.replaceChildren();
    axis.replaceChildren();
    if (dayStep >= 7) at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
    if (!hours && !dayStep) at.setUTCMonth(Math.floor(at.getUTCMonth() / months) * months);
    for (let n = 0; n < 60 && at <= dayAt(to); n += 1) {
      const x = ((at - first) / DAY / days * 100 - from) * 100 / (to - from);
      if (x >= 0) {
        const line = gridLine.cloneNode();
        const text = gridText.cloneNode();
        line.setAttribute("x1", x + "%");
        line.setAttribute("x2", x + "%");
        text.setAttribute("x", x + "%");
        const midnight = at.getUTCHours() === 0;
        const label = hours && !midnight ? hourForm : hours || dayStep ? dayForm : monthForm;
        text.textContent = !hours && !dayStep && at.getUTCMonth() === 0 ? at.getUTCFullYear() : label.format(at);
        grid.append(line);
        axis.append(text);
      }
      if (hours) at.setUTCHours(at.getUTCHours() + hours);
      else if (dayStep) at.setUTCDate(at.getUTCDate() + dayStep);
      else at.setUTCMonth(at.getUTCMonth() + months);
    }
  };

  const show = (a, b, keep) => {
    const width = Math.min(100, Math.max(LEAST, b - a));
    from = Math.min(Math.max(0, a), 100 - width);
    to = from + width;
    draw();
    if (!keep) remember();
  };
  const zoom = (factor, middle = (from + to) / 2) => {
    const width = Math.min(100, Math.max(LEAST, (to - from) * factor));
    const share = (middle - from) / (to - from);
    show(middle - width * share, middle + width * (1 - share));
  };
  const pan = (share) => show(from + (to - from) * share, to + (to - from) * share);

  // Filters: by source, topic and name; the list below follows.
  const wanted = () => Object.fromEntries(selects.map((select) => [select.name, select.value]));
  const passes = (id, choice, lane) => {
    const [sources, topics, names] = facts.events[id] || [[], [], []];
    return (
      (!choice.source || (lane === undefined ? sources.includes(+choice.source) : facts.lanes[lane] === +choice.source || (facts.lanes[lane] === -1 && sources.includes(+choice.source)))) &&
      (!choice.topic || topics.includes(+choice.topic)) &&
      (!choice.name || names.includes(+choice.name))
    );
  };
  const filter = (keep) => {
    const choice = wanted();
    for (const el of svg.querySelectorAll("[data-event]")) {
      // A line between sources says nothing once one of them is left out.
      const joins = choice.source && el.closest(".joins");
      el.classList.toggle("out", Boolean(joins) || !passes(el.dataset.event, choice, el.dataset.lane));
    }
    close(selects.some((select) => select.value));
    // Counts of what found no room hold for the whole story only.
    svg.querySelector(".crowds").classList.toggle("out", selects.some((select) => select.value));
    let shown = 0;
    let total = 0;
    for (const item of document.querySelectorAll("#list .event, .background > [data-event]")) {
      const fits = passes(item.dataset.event || item.id.slice(2), choice);
      item.hidden = !fits;
      total += 1;
      shown += fits;
    }
    for (const part of document.querySelectorAll("#list :is(.day, .days), section:has(> .background)")) {
      part.hidden = !part.querySelector(":is(.event, .background > li):not([hidden])");
      if (shown < total && part.matches(".days")) part.open = true;
    }
    count.textContent = shown < total ? tools.dataset.count.replace("{shown}", shown).replace("{total}", total) : "";
    rove(marks.find((mark) => !mark.classList.contains("out")));
    if (!keep) remember();
  };

  // A filtered drawing closes up: lanes without a mark go, rows without one too, and each lane counts what it still shows.
  const NAME = 20;
  const ROW = 15;
  const GAP = 16;
  const number = (el, name) => parseFloat(el.getAttribute(name));
  const lines = [...svg.querySelectorAll("line[data-lane]")];
  const tops = lines.map((line) => number(line, "y1"));
  const names = [...svg.querySelectorAll("g[data-lane]")];
  const counts = names.map((name) => name.querySelector(".count").textContent);
  const foot = gridLine ? number(gridLine, "y2") : tops.at(-1);
  const height = number(svg, "height");
  const yOf = new Map(marks.map((mark) => {
    const box = mark.querySelector("rect");
    return [mark, box ? number(box, "y") + 5 : number(mark.querySelector("svg"), "y")];
  }));
  const same = marks.reduce((map, mark) => map.set(mark.dataset.event, [...(map.get(mark.dataset.event) || []), mark]), new Map());
  const seen = new Map();
  const joins = [...svg.querySelectorAll(".joins line")].map((line) => {
    const place = seen.get(line.dataset.event) || 0;
    seen.set(line.dataset.event, place + 1);
    return [line, number(line, "y1"), number(line, "y2"), same.get(line.dataset.event)[place], same.get(line.dataset.event)[place + 1]];
  });
  const labels = [...svg.querySelectorAll(".labels line")].map((line) => [line, number(line, "y2")]);
  const feet = [...svg.querySelectorAll(":scope > text.beside, :scope > line.as-of")].map((el) => [el, el.matches("text") ? "y" : "y2", number(el, el.matches("text") ? "y" : "y2")]);
  const heads = svg.querySelectorAll(":scope > line.as-of");
  let lost = 0;
  let head = tops[0];
  const setFoot = () => {
    svg.setAttribute("height", height - lost);
    for (const line of [...grid.querySelectorAll("line"), ...heads]) line.setAttribute("y1", head);
    for (const line of grid.querySelectorAll("line")) line.setAttribute("y2", foot - lost);
    for (const [el, name, base] of feet) el.setAttribute(name, base - lost);
  };
  const close = (isFiltered) => {
    const by = new Map();
    head = labels.some(([line]) => !line.classList.contains("out")) ? tops[0] : 1;
    let y = head;
    tops.forEach((top, lane) => {
      const kept = marks.filter((mark) => +mark.dataset.lane === lane && !mark.classList.contains("out"));
      const rows = [...new Set(kept.map((mark) => yOf.get(mark)))].sort((a, b) => a - b);
      const full = (tops[lane + 1] ?? foot - 4) - top;
      const size = !isFiltered ? full : rows.length ? NAME + rows.length * ROW + GAP : 0;
      for (const mark of kept) by.set(mark, isFiltered ? y + NAME + rows.indexOf(yOf.get(mark)) * ROW + Math.floor(ROW / 2) - yOf.get(mark) : y - top);
      for (const el of [lines[lane], names[lane]]) {
        el.setAttribute("transform", `translate(0 ${y - top})`);
        el.classList.toggle("out", !size);
      }
      names[lane].querySelector(".count").textContent = isFiltered ? kept.length : counts[lane];
      y += size;
    });
    lost = foot - 4 - y;
    for (const [mark, dy] of by) mark.setAttribute("transform", `translate(0 ${dy})`);
    for (const [line, y1, y2, upper, lower] of joins) {
      line.setAttribute("y1", y1 + (by.get(upper) || 0));
      line.setAttribute("y2", y2 + (by.get(lower) || 0));
      if (!by.has(upper) || !by.has(lower)) line.classList.add("out");
    }
    for (const [line, y2] of labels) {
      const first = (same.get(line.dataset.event) || []).find((mark) => by.has(mark));
      if (first) line.setAttribute("y2", isFiltered ? yOf.get(first) + by.get(first) - 6 : y2);
    }
    setFoot();
  };

  // The list of days runs from the oldest, or turned about from the newest; the events of a day stay as they are.
  let order = "";
  const turn = (wanted) => {
    if (order === wanted) return;
    order = wanted;
    for (const box of document.querySelectorAll("#list, #list > .days")) {
      box.append(...[...box.children].filter((part) => part.matches(".day, .days, .now")).reverse());
    }
    for (const said of document.querySelectorAll("#list [data-order]")) said.hidden = said.dataset.order !== order;
  };

  // The address of a view: #from=…&to=…&topic=…
  const remember = () => {
    const parts = new URLSearchParams();
    if (to - from < 99.9) {
      parts.set("from", iso(from));
      parts.set("to", iso(to));
    }
    for (const select of selects) if (select.value) parts.set(select.name, select.selectedOptions[0].textContent);
    if (order) parts.set("order", order);
    history.replaceState(null, "", String(parts) ? "#" + parts : location.pathname + location.search);
  };
  const recall = () => {
    const parts = new URLSearchParams(location.hash.slice(1));
    for (const select of selects) {
      const option = [...select.options].find((one) => one.value && one.textContent === parts.get(select.name));
      select.value = option ? option.value : "";
    }
    turn(parts.get("order") === "newest" ? "newest" : "");
    const a = percentOf(parts.get("from") || "");
    const b = percentOf(parts.get("to") || "");
    show(a < b ? a : 0, a < b ? b : 100, true);
    filter(true);
  };

  // Keys: arrows go from mark to mark, + and - zoom, 0 shows all; only one mark is a tab stop.
  const rove = (mark) => {
    for (const one of marks) one.setAttribute("tabindex", one === mark ? "0" : "-1");
  };
  const placeOf = new Map(placed.filter(([el, name]) => name === "x" && el.closest(".marks")).map(([el, , x]) => [el.closest("a"), x]));
  const step = (by) => {
    const visible = marks.filter((mark) => !mark.classList.contains("out")).sort((a, b) => placeOf.get(a) - placeOf.get(b));
    const next = visible[visible.indexOf(document.activeElement) + by];
    if (!next) return;
    const x = placeOf.get(next);
    if (x < from || x > to) show(x - (to - from) / 2, x + (to - from) / 2);
    rove(next);
    next.focus();
  };
  svg.addEventListener("keydown", (event) => {
    const keys = {
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      "+": () => zoom(0.5),
      "=": () => zoom(0.5),
      "-": () => zoom(2),
      0: () => show(0, 100),
    };
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });

  // The strip above: one of its days is a tab stop, arrows go on from it.
  for (const strip of document.querySelectorAll(".strip svg")) {
    const bars = [...strip.querySelectorAll("a.bar[href]")];
    bars[0]?.setAttribute("tabindex", "0");
    strip.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = by && bars[bars.indexOf(document.activeElement) + by];
      if (!next) return;
      event.preventDefault();
      document.activeElement.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
    });
  }

  // Pointer: drag pans, two fingers or Ctrl and the wheel zoom, a sideways wheel pans.
  const pointers = new Map();
  let moved = false;
  const percentAt = (x) => {
    const box = svg.getBoundingClientRect();
    return from + ((x - box.left) / box.width) * (to - from);
  };
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    pointers.set(event.pointerId, event.clientX);
    moved = false;
  });
  svg.addEventListener("pointermove", (event) => {
    if (!pointers.has(event.pointerId)) return;
    const width = svg.getBoundingClientRect().width;
    const before = [...pointers.values()];
    const last = pointers.get(event.pointerId);
    if (Math.abs(event.clientX - last) < (moved ? 1 : 4)) return;
    if (!moved) svg.setPointerCapture(event.pointerId);
    moved = true;
    pointers.set(event.pointerId, event.clientX);
    const now = [...pointers.values()];
    if (now.length === 2) {
      const spread = Math.abs(before[0] - before[1]) / Math.max(Math.abs(now[0] - now[1]), 1);
      zoom(spread, percentAt((now[0] + now[1]) / 2));
    } else if (now.length === 1) {
      pan((last - event.clientX) / width);
    }
  });
  for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, (event) => pointers.delete(event.pointerId));
  svg.addEventListener("click", (event) => moved && event.preventDefault(), true);
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("wheel", (event) => {
    if (event.ctrlKey) zoom(event.deltaY > 0 ? 1.25 : 0.8, percentAt(event.clientX));
    else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(event.deltaX / svg.getBoundingClientRect().width);
    else return;
    event.preventDefault();
  }, { passive: false });

  tools.addEventListener("click", (event) => {
    const act = event.target.closest("button")?.value;
    if (act === "in") zoom(0.5);
    if (act === "out") zoom(2);
    if (act === "back") pan(-0.5);
    if (act === "on") pan(0.5);
    if (act === "all") {
      for (const select of selects) select.value = "";
      show(0, 100);
      filter();
    }
  });
  for (const select of selects) select.addEventListener("change", () => filter());
  for (const button of document.querySelectorAll("#list button[data-order]")) {
    button.addEventListener("click", () => {
      turn(order ? "" : "newest");
      document.querySelector("#list button:not([hidden])").focus();
      remember();
    });
  }
  // A link to a place on the page changes the address as well; what is filtered stays.
  addEventListener("hashchange", () => (!location.hash || location.hash.includes("=")) && recall());
  recall();
})();
