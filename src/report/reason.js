/* Why an actor has no buyer, in words: its linkage, and the link that explains it. */

/* The link that a linkage is about, as the contract has it: the row of the link, or undefined. */
function linkBehind(row, linkage) {
  const status = column("links", "status");
  const start = column("links", "start");
  const active = column("links", "active");
  const kind = column("links", "kind");
  const toBuyer = (link) => kind[link] === "supply" && chain.isBuyer[chain.targets[link]];
  const asOf = report.options.as_of || report.dataset.as_of;
  const out = linksOf(linksAround().outOf, row).filter((link) => chain.targets[link] !== row);
  const tests = {
    product_mismatch: (link) => active[link] && toBuyer(link),
    buyer_inactive: (link) => toBuyer(link) && status[link] === "active" &&
      !chain.isActive[chain.targets[link]],
    upcoming: (link) => toBuyer(link) && status[link] === "active" && asOf && start[link] > asOf,
    lapsed: (link) => toBuyer(link) && !active[link],
    dead_end: (link) => kind[link] !== "input",
  };
  return tests[linkage] ? out.find(tests[linkage]) : undefined;
}

/* What explains a farmer: the organisations it delivers to. */
function whyFarmer(row) {
  const out = linksOf(linksAround().outOf, row).filter((link) =>
    column("links", "kind")[link] !== "input");
  if (out.length === 0) {
    return [say("why_farmer_alone")];
  }
  return [say("why_farmer"), ...out.slice(0, 5).map((link) => {
    const target = chain.targets[link];
    const linkage = node.linkage[target];
    return nameOfActor(chain.ids[target]) + (linkage ? ": " + term(linkage) + "." : ".");
  })];
}

/* Paragraphs that tell why there is no way to a buyer. */
function whyNone(row) {
  if (node.kind[row] === "farmer") {
    return whyFarmer(row);
  }
  const linkage = node.linkage[row];
  const link = linkBehind(row, linkage);
  const values = { target: "", products: "", date: "" };
  if (link === undefined) {
    return [say(linkage === "isolated" ? "why_isolated" : "why_no_buyer")];
  }
  const target = chain.targets[link];
  const until = column("links", "end")[link];
  const from = column("links", "start")[link];
  values.target = nameOfActor(chain.ids[target]);
  values.products = namesOfProducts(node.products[target]) || say("unstated_product");
  values.own = namesOfProducts(node.products[row]) || say("unstated_product");
  values.date = linkage === "upcoming" ? from && date(from) : until && date(until);
  if (linkage === "lapsed") {
    const broken = column("links", "status")[link];
    return [say(broken === "breached" ? "why_breached" : values.date ? "why_lapsed"
      : "why_ended", values)];
  }
  return [say("why_" + linkage, values)];
}

/* The standing of an actor of whom the question of a buyer does not arise; else null. */
function whyNotAsked(row) {
  if (!chain.isActive[row]) {
    return say("not_asked_inactive", { status: term(node.status[row]) });
  }
  if (chain.isBuyer[row]) {
    return say("not_asked_buyer");
  }
  return isSeller(row) ? null : say("not_asked_sells");
}
