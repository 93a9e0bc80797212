/* Parts that several sections share: headings, switches, selects, bars, long lists. */

/* A section with its heading; the builder fills it. */
function section(id, title, lead) {
  const heading = el("h2", { id: id + "-title" }, title);
  return el("section", { id, "aria-labelledby": heading.id, class: "part part-" + id },
    heading, lead ? el("p", { class: "lead" }, lead) : null);
}

/* A choice among few: buttons of which one is pressed. `choices` are [value, label]. */
function switcher(label, choices, chosen, onChoose) {
  const buttons = choices.map(([value, text]) => button(text, {
    "aria-pressed": String(value === chosen),
    click: (event) => {
      buttons.forEach((one) => one.setAttribute("aria-pressed",
        String(one === event.currentTarget)));
      onChoose(value);
    },
  }));
  return el("div", { class: "switch", role: "group", "aria-label": label }, buttons);
}

/* A labelled select. `choices` are [value, label]. */
function chooser(label, choices, chosen, onChoose, name) {
  const select = el("select", { change: (event) => onChoose(event.currentTarget.value) },
    choices.map(([value, text]) => el("option", { value }, text)));
  select.value = chosen;
  return el("label", { class: "field " + (name || "") }, el("span", null, label), select);
}

/* A bar of parts, [class, amount], as shares of `whole`. It says nothing that the text beside it
 * does not say, so it is hidden from those who listen. */
function bar(parts, whole) {
  const figure = svg("svg", { class: "bar", "aria-hidden": "true", focusable: "false",
    viewBox: "0 0 1000 10", preserveAspectRatio: "none" });
  let at = 0;
  parts.forEach(([name, amount]) => {
    const width = whole > 0 ? (amount / whole) * 1000 : 0;
    if (width > 0) {
      figure.append(svg("rect", { class: name, x: at.toFixed(2), y: 0,
        width: Math.max(width, 1.5).toFixed(2), height: 10 }));
    }
    at += width;
  });
  return figure;
}

/* A key to the colours. */
function legend(items) {
  return el("ul", { class: "legend" }, items.map(([name, text]) =>
    el("li", null, svg("svg", { class: "swatch", viewBox: "0 0 10 10", "aria-hidden": "true" },
      svg("rect", { class: name, width: 10, height: 10, rx: 2 })), text)));
}

/* What shows more of a list, and on paper says how much more there is. */
function moreOf(go) {
  const press = button("", { class: "more", click: go });
  const paper = el("p", { class: "paper" });
  const tell = (left, step) => {
    press.hidden = paper.hidden = left === 0;
    press.textContent = sayCount("more", Math.min(step, left)) + " " +
      say("more_left", { left: number(left) });
    paper.textContent = sayCount("more_paper", left);
  };
  return { press, tell, element: el("div", null, press, paper) };
}

/* A list that shows its first rows and, at a press, more of them. `make` gives a row's element. */
function longList(parent, items, step, make) {
  let shown = 0;
  const more = moreOf(() => show(step));
  function show(count) {
    const first = parent.childElementCount;
    const fragment = document.createDocumentFragment();
    const before = shown;
    shown = Math.min(items.length, shown + count);
    items.slice(before, shown).forEach((item) => fragment.append(make(item)));
    parent.append(fragment);
    more.tell(items.length - shown, step);
    if (first > 0 && parent.children[first]) {
      const target = parent.children[first].querySelector("button, a") || more.press;
      target.focus({ preventScroll: true });
    }
  }
  show(step);
  return more.element;
}

/* A table to read. `heads` are { text, number, what }; cells are nodes or texts. */
function plainTable(caption, heads, body) {
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
    el("table", { class: "plain" },
      el("caption", { class: "unseen" }, caption),
      el("thead", null, el("tr", null, heads.map((head) =>
        el("th", { scope: "col", class: head.number ? "number" : null }, head.text, head.what)))),
      el("tbody", null, body.map((cells) => el("tr", null, cells.map((cell, index) =>
        el(index === 0 ? "th" : "td", {
          scope: index === 0 ? "row" : null,
          class: heads[index].number ? "number" : null,
        }, cell)))))));
}

/* The same figures as a table, folded away. */
function asTable(summary, table) {
  return el("details", { class: "as-table" }, el("summary", null, summary), table);
}
