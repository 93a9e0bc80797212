/* One actor: its facts, its way to a buyer or why there is none, and its neighbours. */
let shownActor = null;

function fact(table, name, text, label) {
  return text === null || text === undefined || text === "–" || text === "" ? null
    : el("div", null, el("dt", null, label || labelOf(columnOf(table, name).label),
      ["integer", "real"].includes(columnOf(table, name).type) ? meaning(table, name) : null),
      el("dd", null, text));
}

function facts(row) {
  const value = (name) => {
    const found = column("nodes", name)[row];
    return found === undefined ? null : found;
  };
  const positive = (name) => (value(name) > 0 ? number(value(name)) : null);
  const isFarmer = node.kind[row] === "farmer";
  return el("dl", { class: "facts" },
    fact("nodes", "products", namesOfProducts(value("products"))),
    value("output_kg") === null ? null : fact("nodes", "output_kg",
      say("tonnes_amount", { tonnes: tonnes(value("output_kg")) }), say("output")),
    isFarmer ? fact("nodes", "count", number(value("count")))
      : chain.isBuyer[row] ? null
        : fact("nodes", "households", number(value("households"))),
    isFarmer ? null : fact("nodes", "households_uncovered", positive("households_uncovered")),
    fact("nodes", "members", value("members") === null ? null : number(value("members"))),
    fact("nodes", "reach_households", positive("reach_households")),
    fact("nodes", "exclusive_households", positive("exclusive_households")),
    fact("nodes", "households_lost", positive("households_lost")),
    fact("nodes", "cooperatives_lost", positive("cooperatives_lost")),
    fact("nodes", "sector", value("sector") && capital(term(value("sector")))),
    fact("nodes", "certificates", (value("certificates") || []).join(", ")),
    fact("nodes", "requires", (value("requires") || []).join(", ")),
    fact("nodes", "founded", value("founded") && date(value("founded"))),
    fact("nodes", "area_ha", value("area_ha") === null ? null : decimal(value("area_ha"))),
    fact("nodes", "workers", positive("workers")),
    fact("nodes", "turnover", positive("turnover") && positive("turnover") + " " +
      (report.dataset.currency || "")));
}

/* What is known of a link: kind, products, volume, contract, end. */
function linkWords(link) {
  const of = (name) => column("links", name)[link];
  return [term(of("kind")), namesOfProducts(of("products")),
    of("volume_kg") === null ? "" : say("tonnes_amount", { tonnes: tonnes(of("volume_kg")) }),
    of("contract") ? say("contract_" + of("contract")).toLocaleLowerCase(language) : "",
    of("end") ? say("until", { date: date(of("end")) }) : "",
    of("active") ? "" : say("not_in_force")].filter((text) => text !== "").join(" · ");
}

function wayStep(link) {
  const target = chain.targets[link];
  return el("li", null, el("span", { class: "note" }, linkWords(link)),
    actorButton(chain.ids[target]),
    el("span", { class: "note" }, " " + capital(term(node.kind[target])) +
      (chain.isBuyer[target] ? " · " + say("a_buyer") : "")));
}

/* A long way by its beginning and its end. */
const WAY_FIRST = 20;
const WAY_LAST = 3;

function wayList(row, product) {
  const way = wayToBuyer(row, product);
  const between = way.length - WAY_FIRST - WAY_LAST;
  return el("ol", { class: "way" },
    el("li", null, el("strong", null, nameOfActor(chain.ids[row]))),
    between < 2 ? way.map(wayStep) : [
      ...way.slice(0, WAY_FIRST).map(wayStep),
      el("li", { class: "between" }, say("way_between", { count: number(between) })),
      ...way.slice(-WAY_LAST).map(wayStep)]);
}

/* The way for each product that has one, chosen among them; then those that have none. */
function ways(row) {
  const products = coveredProducts(row);
  const missing = (node.products[row] || []).filter((product) => !products.includes(product));
  const holder = el("div", { "aria-live": "polite" });
  holder.append(wayList(row, products[0]));
  return [
    products.length > 1 ? chooser(say("way_for"), products.map((product) =>
      [product, nameOfProduct(product)]), products[0],
    (product) => holder.replaceChildren(wayList(row, product)))
      : el("p", { class: "note" }, say("way_for") + ": " + nameOfProduct(products[0])),
    holder,
    missing.length > 0 ? el("p", { class: "warn" },
      say("way_missing", { products: namesOfProducts(missing) })) : null,
  ];
}

function wayPart(row) {
  const notAsked = whyNotAsked(row);
  const part = el("div", { class: "ways" }, el("h4", null, say("way_title")));
  if (notAsked !== null) {
    return append(part, [el("p", null, notAsked)]);
  }
  if (coveredProducts(row).length > 0) {
    return append(part, ways(row));
  }
  return append(part, [el("p", { class: "warn" }, say("way_none")),
    whyNone(row).map((text) => el("p", null, text))]);
}

function neighbours(title, links, ends) {
  const list = el("ul", { class: "neighbours" });
  const sorted = links.slice().sort((a, b) =>
    collator.compare(nameOfActor(chain.ids[ends[a]]), nameOfActor(chain.ids[ends[b]])));
  return el("div", null, el("h4", null, title + " (" + number(links.length) + ")"),
    links.length === 0 ? el("p", { class: "note" }, say("no_neighbours")) : [list,
      longList(list, sorted, 12, (link) => el("li", null, actorButton(chain.ids[ends[link]]),
        el("span", { class: "note" }, linkWords(link))))]);
}

function standingTag(row) {
  const names = { bad: "none", good: "direct", buyer: "buyer", quiet: "quiet" };
  const coverage = node.coverage[row];
  const text = coverage === null || coverage === undefined
    ? say(chain.isActive[row] ? (chain.isBuyer[row] ? "tag_buyer" : "tag_not_selling")
      : "tag_inactive") : say("tag_" + coverage);
  return el("span", { class: "tag tag-" + names[standingOf(row)] }, text);
}

function actorPanel(row) {
  const around = linksAround();
  const linkage = node.linkage[row];
  return el("article", { class: "actor", "aria-labelledby": "actor-name" },
    el("h3", { id: "actor-name", tabindex: "-1" }, nameOfActor(chain.ids[row])),
    el("p", { class: "note" }, [capital(term(node.kind[row])), node.place_name[row],
      chain.ids[row]].filter((text) => text).join(" · ")),
    el("p", null, standingTag(row), linkage && linkage !== "linked"
      ? el("span", { class: "tag" }, capital(term(linkage))) : null),
    facts(row), wayPart(row),
    neighbours(say("receives_from"), linksOf(around.into, row), chain.sources),
    neighbours(say("delivers_to"), linksOf(around.outOf, row), chain.targets));
}

/* Shows an actor beside the picture; `travel` when the reader stands elsewhere on the page. */
function showActor(id, travel) {
  const row = chain.rowOf.get(id);
  const holder = document.getElementById("actor-holder");
  shownActor = id;
  holder.replaceChildren(actorPanel(row));
  lightActor(picture.points !== null && picture.points.has(row) ? row : -1);
  announce(nameOfActor(id));
  if (travel) {
    scrollTo(document.getElementById("chain"));
    document.getElementById("actor-name").focus({ preventScroll: true });
  }
}

function buildChain() {
  const part = section("chain", say("chain_title"), say("chain_lead"));
  const holder = el("div", { id: "actor-holder" });
  const worst = mostCritical();
  shownActor = shownActor || (worst && chain.rowOf.has(worst.id) ? worst.id : null);
  if (shownActor !== null) {
    holder.append(actorPanel(chain.rowOf.get(shownActor)));
  } else {
    holder.append(el("p", { class: "aside" }, say("choose_actor")));
  }
  return append(part, [buildSearch(), el("div", { class: "chain" }, buildPicture(), holder)]);
}
