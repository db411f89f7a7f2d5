/* The drawn timeline, for readers who want to look closer: zoom, pan, filter, keys, an address for every view.
   The page is whole without it; nothing moves by itself. */
(() => {
  "use strict";
  const figure = document.getElementById("chart");
  const tools = document.getElementById("tools");
  if (!figure || !tools) return;
  const svg = figure.querySelector("svg");
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
  const gridText = grid.querySelector("text");
  const printed = [...grid.childNodes];
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
    svg.classList.toggle("zoomed", zoomed);
    if (zoomed) drawGrid(((to - from) / 100) * days);
    else grid.replaceChildren(...printed);
  };

  const drawGrid = (shown) => {
    if (!gridLine) return;
    const hours = [1, 3, 6, 12].find((step) => (shown * 24) / step <= 10);
    const dayStep = [1, 2, 7, 14].find((step) => shown / step <= 10);
    const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((step) => shown / 30.4 / step <= 10) || 1200;
    const start = dayAt(from);
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), dayStep || hours ? start.getUTCDate() : 1));
    const form = (options) => new Intl.DateTimeFormat(figure.dataset.locale, { timeZone: "UTC", ...options });
    const dayForm = form({ day: "numeric", month: "short" });
    const hourForm = form({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const monthForm = form({ month: "short" });
    grid.replaceChildren();
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
        grid.append(line, text);
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
    // Counts of what found no room hold for the whole story only.
    svg.querySelector(".crowds").classList.toggle("out", selects.some((select) => select.value));
    let shown = 0;
    let total = 0;
    for (const item of document.querySelectorAll("#list .event")) {
      const fits = passes(item.id.slice(2), choice);
      item.hidden = !fits;
      total += 1;
      shown += fits;
    }
    for (const part of document.querySelectorAll("#list :is(.day, .days)")) {
      part.hidden = !part.querySelector(".event:not([hidden])");
      if (shown < total && part.matches(".days")) part.open = true;
    }
    count.textContent = shown < total ? tools.dataset.count.replace("{shown}", shown).replace("{total}", total) : "";
    rove(marks.find((mark) => !mark.classList.contains("out")));
    if (!keep) remember();
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
