/* Coverage by product, place and sector: bars as long as there are many, split by who has a
 * buyer. */
const lookedAt = { scope: "product", kind: null, level: null, order: "none" };

function kindsOfCoverage() {
  return ["cooperative", "farmer", "group", "union"].filter((kind) => {
    const row = coverageOfKind(kind);
    return row !== null && row.active > 0;
  });
}

function levelsOfPlaces() {
  const levels = column("coverage", "level");
  const counts = new Map();
  column("coverage", "scope").forEach((scope, row) => {
    if (scope === "place" && levels[row] !== null) {
      counts.set(levels[row], (counts.get(levels[row]) || 0) + 1);
    }
  });
  return Array.from(counts);
}

/* The level with the most places that are still few enough to read. */
function usualLevel() {
  const levels = levelsOfPlaces().sort((a, b) => b[1] - a[1]);
  const readable = levels.find(([, count]) => count <= 400);
  return (readable || levels[0] || [""])[0];
}

function coverageRows(scope, kind, level) {
  return rows("coverage").filter((row) => row.scope === scope && row.kind === kind &&
    row.active > 0 && (scope !== "place" || !level || row.level === level));
}

function nameInScope(row) {
  if (row.scope === "product") {
    return nameOfProduct(row.key);
  }
  return row.scope === "place" ? row.name || nameOfPlace(row.key) : capital(term(row.key));
}

/* The name of a row; it opens the register of those of them who have no buyer. */
function coverageName(row) {
  const name = nameInScope(row);
  if (row.kind === "farmer" || row.active === row.covered) {
    return name;
  }
  return button(name, { class: "name", "aria-label": say("show_without", { name }),
    click: () => showRegister({ [row.scope]: row.key, kind: row.kind }) });
}

function orderCoverage(list) {
  const by = {
    none: (a, b) => (b.active - b.covered) - (a.active - a.covered),
    rate: (a, b) => a.rate_of_active - b.rate_of_active,
    name: (a, b) => collator.compare(nameInScope(a), nameInScope(b)),
  }[lookedAt.order];
  return list.slice().sort((a, b) => by(a, b) || collator.compare(nameInScope(a), nameInScope(b)));
}

function coverageLine(row, most) {
  const none = row.active - row.covered;
  return el("tr", null,
    el("th", { scope: "row" }, coverageName(row)),
    el("td", { class: "chart" },
      bar([["direct", row.direct], ["indirect", row.indirect], ["none", none]], most)),
    el("td", { class: "number" }, number(row.covered)),
    el("td", { class: "number" }, number(row.active)),
    el("td", { class: "number strong-none" }, number(none)),
    el("td", { class: "number rate" }, percent(row.rate_of_active)));
}

function coverageTable() {
  const list = orderCoverage(coverageRows(lookedAt.scope, lookedAt.kind, lookedAt.level));
  const most = Math.max(1, ...list.map((row) => row.active));
  const body = el("tbody");
  const more = longList(body, list, 30, (row) => coverageLine(row, most));
  const head = (text, what) => el("th", { scope: "col", class: "number" }, text, what);
  return list.length === 0 ? el("p", { class: "aside" }, say("coverage_empty"))
    : el("div", null, el("table", { class: "bars coverage" },
      el("caption", { class: "unseen" }, say("coverage_title")),
      el("thead", null, el("tr", null, el("td"), el("td", { class: "chart" }),
        head(say("with_buyer"), meaning("coverage", "covered")),
        head(say("of_all_active"), meaning("coverage", "active")), head(say("without")),
        head(say("rate"), meaning("coverage", "rate_of_active")))), body), more);
}

function buildCoverage() {
  const part = section("coverage", say("coverage_title"), say("coverage_lead"));
  const holder = el("div");
  const kinds = kindsOfCoverage();
  if (kinds.length === 0) {
    return append(part, [el("p", { class: "aside" }, say("coverage_empty"))]);
  }
  lookedAt.kind = lookedAt.kind || kinds[0];
  lookedAt.level = lookedAt.level || usualLevel();
  const levelField = chooser(say("level"), levelsOfPlaces().map(([level]) =>
    [level, capital(term(level))]), lookedAt.level, set("level"));

  function set(name) {
    return (value) => {
      lookedAt[name] = value;
      draw();
    };
  }
  function draw() {
    levelField.hidden = lookedAt.scope !== "place" || levelsOfPlaces().length < 2;
    holder.replaceChildren(coverageTable());
  }
  draw();
  return append(part, [
    el("div", { class: "controls" },
      switcher(say("scope"), ["product", "place", "sector"].map((scope) => [scope, say(scope)]),
        lookedAt.scope, set("scope")),
      chooser(say("of_whom"), kinds.map((kind) => [kind, capital(say("plural_" + kind))]),
        lookedAt.kind, set("kind")),
      levelField,
      chooser(say("order"), [["none", say("order_none")], ["rate", say("order_rate")],
        ["name", say("order_name")]], lookedAt.order, set("order"))),
    legend([["direct", say("with_direct")], ["indirect", say("with_indirect")],
      ["none", say("without")]]),
    holder]);
}
