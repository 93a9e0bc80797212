/* The register of those without a buyer, and of those who lack one for a part of what they have. */
const asked = { table: "unlinked", text: "", kind: null, place: "", sector: "", product: "",
  linkage: "", sort: "rank", descending: false };
let register = null;

function registerHeads() {
  const table = asked.table;
  const head = (name, text, cell, isNumber, small) => ({ name, text, cell,
    number: isNumber ? (small ? "small" : "large") : "", what: meaning(table, name,
      name === "households_uncovered" ? "households_uncovered_more" : null) });
  const label = (name) => labelOf((columnOf(table, name) || { label: [name, name] }).label);
  const products = table === "gaps" ? "missing_products" : "products";
  return [
    { ...head("rank", label("rank"), (row) => number(row.rank), true, true), what: null },
    { ...head("name", label("name"), (row) => actorButton(row.id)), what: null },
    asked.kind ? null : { ...head("kind", label("kind"), (row) => capital(term(row.kind))),
      what: null },
    { ...head("place_name", say("place"), (row) => row.place_name || nameOfPlace(row.place)),
      what: null },
    { ...head("sector", label("sector"), (row) => (row.sector ? capital(term(row.sector)) : "–")),
      what: null },
    head(products, table === "gaps" ? label("missing_products") : say("products"),
      (row) => namesOfProducts(row[products]) || "–"),
    head("linkage", label("linkage"), (row) => capital(term(row.linkage))),
    head("households", label("households"), (row) => number(row.households), true),
    table === "gaps" ? null : head("households_uncovered", label("households_uncovered"),
      (row) => number(row.households_uncovered), true),
    head("unsold_kg", say("unsold_tonnes"), (row) => tonnes(row.unsold_kg), true),
  ].filter((one) => one !== null);
}

function registerChoosers(list) {
  const set = (name) => (value) => {
    asked[name] = value;
    register.refresh();
  };
  /* Which kind it is stands in the table only where there are several. */
  const setKind = (value) => {
    asked.kind = value;
    register.rebuild();
    document.querySelector("#register .of-whom select").focus();
  };
  const every = (key) => [["", say(key)]];
  const within = (name) => list.filter((row) => name === "kind" || !asked.kind ||
    row.kind === asked.kind);
  const products = asked.table === "gaps" ? "missing_products" : "products";
  return [
    chooser(say("kind"), every("every_kind").concat(choicesOf(list, (row) => [row.kind],
      (value) => capital(term(value)))), asked.kind, setKind, "of-whom"),
    chooser(say("place"), every("every_place").concat(placeTree().map(({ id, depth }) =>
      [id, "\u2003".repeat(depth) + nameOfPlace(id)])), asked.place, set("place")),
    chooser(say("sector"), every("every_sector").concat(choicesOf(within(), (row) => [row.sector],
      (value) => capital(term(value)))), asked.sector, set("sector")),
    chooser(say(asked.table === "gaps" ? "missing_product" : "product"),
      every("every_product").concat(choicesOf(within(), (row) => row[products], nameOfProduct)),
      asked.product, set("product")),
    chooser(say("linkage"), every("every_linkage").concat(choicesOf(within(),
      (row) => [row.linkage], (value) => capital(term(value)))), asked.linkage, set("linkage")),
  ];
}

/* How much is shown, in a sentence that is also read out. */
function shownSentence(list) {
  const parts = [sayCount("shown_actors", list.length, { all: number(register.all.length) })];
  if (asked.table === "unlinked") {
    parts.push(say("shown_without",
      { count: number(sum(list.map((row) => row.households_uncovered))) }));
  }
  const known = list.filter((row) => row.unsold_kg !== null);
  if (known.length > 0) {
    parts.push(say("shown_tonnes", { tonnes: tonnes(sum(known.map((row) => row.unsold_kg))) }));
  }
  return parts.join(" · ");
}

function registerCsv(list) {
  const names = report.tables[asked.table].columns.map((one) => one.name).concat(
    asked.table === "gaps" ? [] : ["products"]);
  return csvText(names, list.map((row) => names.map((name) => row[name])));
}

/* Sorting for those who see cards, which have no heads to press. */
function sortChooser(heads) {
  const field = chooser(say("sort_by"), heads.map((head) => [head.name, head.text]), asked.sort,
    (name) => {
      asked.sort = name;
      asked.descending = heads.find((head) => head.name === name).number === "large";
      register.refresh();
    });
  field.classList.add("narrow-only");
  return field;
}

/* What the figures mean, for those who see cards: their heads have no buttons. */
function cardMeanings(heads) {
  return el("details", { class: "as-table narrow-block" }, el("summary", null, say("meanings")),
    el("dl", null, heads.filter((head) => head.what !== null).flatMap((head) => [
      el("dt", null, head.text),
      el("dd", null, capital(labelOf(columnOf(asked.table, head.name).description)) + "."),
    ])));
}

function searchField() {
  const input = el("input", { type: "search", autocomplete: "off", spellcheck: "false",
    placeholder: say("search_hint"),
    input: (event) => {
      asked.text = event.currentTarget.value;
      register.refresh();
    } });
  input.value = asked.text;
  return el("label", { class: "field wide" }, el("span", null, say("search")), input);
}

function clearFilters() {
  Object.assign(asked, { text: "", place: "", sector: "", product: "", linkage: "" });
  register.rebuild();
}

function buildRegister() {
  if (asked.kind === null) {
    asked.kind = unlinkedOfKind("cooperative").length > 0 ? "cooperative" : "";
  }
  const part = section("register", say("register_title"), say("register_lead"));
  const holder = el("div");
  register = { all: [], refresh: () => {}, rebuild: fillHolder };

  function fillHolder() {
    const all = registerRows(asked.table);
    const heads = registerHeads();
    const count = el("p", { class: "shown", role: "status" });
    const table = grid(say(asked.table === "gaps" ? "gaps_title" : "register_title"), heads, asked,
      () => register.refresh());
    let list = all;
    register.all = all;
    if (all.length === 0) {
      register.refresh = () => {};
      holder.replaceChildren(el("p", { class: "aside" },
        say(asked.table === "gaps" ? "register_nobody_gaps" : "register_nobody")));
      return;
    }
    register.refresh = () => {
      list = sortRows(filterRows(all, asked), asked.sort, asked.descending);
      table.fill(list);
      count.textContent = list.length === 0 ? say("shown_nobody") : shownSentence(list);
    };
    holder.replaceChildren(
      el("div", { class: "filters" }, searchField(), registerChoosers(all), sortChooser(heads)),
      el("div", { class: "controls under" }, count, explanation("shown_sum", "shown_sum_meaning"),
        button(say("clear_filters"), { class: "plain", click: clearFilters }),
        button(say("download_csv"), { class: "action",
          click: () => download(fileName(asked.table), registerCsv(list)) })),
      cardMeanings(heads), table.element);
    register.refresh();
  }

  fillHolder();
  part.append(switcher(say("register_which"), [["unlinked", say("which_unlinked")],
    ["gaps", say("which_gaps")]], asked.table, (table) => {
    Object.assign(asked, { table, linkage: "", product: "", sort: "rank", descending: false });
    fillHolder();
  }), holder);
  return part;
}

/* Opens the register with these filters alone. */
function showRegister(filters) {
  Object.assign(asked, { table: "unlinked", text: "", place: "", sector: "", product: "",
    linkage: "", kind: kindInQuestion() === "cooperative" ? "cooperative" : "", sort: "rank",
    descending: false }, filters);
  const part = buildRegister();
  document.getElementById("register").replaceWith(part);
  scrollTo(part);
  const heading = part.querySelector("h2");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
