/* How far each product's market hangs on few buyers, and on what contracts it stands. */

/* The limits that competition authorities use: 0.15 and 0.25 of a Herfindahl index. */
function concentrationWord(hhi) {
  if (hhi === null) {
    return "";
  }
  return say(hhi > 0.25 ? "hhi_high" : hhi >= 0.15 ? "hhi_middle" : "hhi_low");
}

/* Where volumes are not known, no buyer is known to be the largest. */
function topBuyer(row) {
  if (row.basis !== "volume" && row.buyers > 1) {
    return el("span", { class: "note" }, say("equal_share"));
  }
  return [actorButton(row.top_buyer), " ", el("span", { class: "note" }, percent(row.top_share))];
}

function marketLine(row) {
  return el("tr", null,
    el("th", { scope: "row" }, nameOfProduct(row.product)),
    el("td", { class: "chart" }, bar([["only", row.hhi || 0]], 1)),
    el("td", { class: "number" }, indexNumber(row.hhi)),
    el("td", { class: "word" }, concentrationWord(row.hhi)),
    el("td", { class: "number" }, number(row.buyers)),
    el("td", { class: "number wide-only" }, number(row.sellers)),
    el("td", { class: "top-buyer" }, topBuyer(row)));
}

function marketsTable() {
  const list = rows("markets").filter((row) => row.buyers > 0)
    .sort((a, b) => b.hhi - a.hhi || a.buyers - b.buyers ||
      collator.compare(nameOfProduct(a.product), nameOfProduct(b.product)));
  const body = el("tbody");
  const more = longList(body, list, 20, marketLine);
  const head = (text, name, kind) => el("th", { scope: "col", class: kind }, text,
    meaning("markets", name, name === "hhi" ? "hhi_more" : null));
  return list.length === 0 ? el("p", { class: "aside" }, say("markets_none"))
    : el("div", null, el("div", { class: "scroll", tabindex: "0", role: "group",
      "aria-label": say("markets_title") }, el("table", { class: "bars markets" },
      el("caption", { class: "unseen" }, say("markets_title")),
      el("thead", null, el("tr", null, el("td"), el("td", { class: "chart" }),
        head("HHI", "hhi", "number"), el("th", { scope: "col" }, say("concentration")),
        head(say("head_buyers"), "buyers", "number"),
        head(say("head_sellers"), "sellers", "number wide-only"),
        head(say("top_buyer"), "top_share", "top-buyer"))), body)), more);
}

/* Of the links to buyers, how many have which contract. */
function contracts() {
  const all = rows("contracts").find((row) => row.scope === "all");
  if (!all || all.links === 0) {
    return null;
  }
  const parts = ["written", "oral", "none", "unknown"].map((name) => [name, all[name]])
    .filter(([, count]) => count > 0);
  return el("div", { class: "contracts" },
    el("h3", null, say("contracts_title"), meaning("contracts", "links")),
    bar(parts.map(([name, count]) => ["contract-" + name, count]), all.links),
    legend(parts.map(([name, count]) => ["contract-" + name,
      say("contract_" + name) + ": " + number(count) + " (" + percent(count / all.links) + ")"])),
    all.ending_12_months === null ? null
      : el("p", { class: "aside" }, sayCount("contracts_ending", all.ending_12_months)));
}

function buildMarkets() {
  return append(section("markets", say("markets_title"), say("markets_lead")),
    [marketsTable(), contracts()]);
}
