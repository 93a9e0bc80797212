/* The answer first: how many have no buyer, how much hangs on it and on whom it hangs. */

/* The row of `coverage` for a kind over the whole dataset. */
function coverageOfKind(kind) {
  return rows("coverage").find((row) => row.scope === "all" && row.kind === kind) || null;
}

/* Whom the report is about: cooperatives, or in a chain without any the next kind there is. */
function kindInQuestion() {
  return ["cooperative", "farmer", "group", "union"].find((kind) => {
    const row = coverageOfKind(kind);
    return row !== null && row.active > 0;
  }) || null;
}

function unlinkedOfKind(kind) {
  return rows("unlinked").filter((row) => row.kind === kind);
}

/* The known output of those without a buyer, and of how many it is known. */
function unsoldOfKind(kind) {
  const known = unlinkedOfKind(kind).filter((row) => row.unsold_kg !== null);
  return { kg: sum(known.map((row) => row.unsold_kg)), known: known.length };
}

/* Whose leaving strands most households, else most cooperatives. */
function mostCritical() {
  return rows("critical").find((row) => row.households_lost > 0 || row.cooperatives_lost > 0) ||
    null;
}

function figure(label, value, note, what, name) {
  return el("div", { class: "figure " + (name || "") },
    el("dt", null, label, what),
    el("dd", null, el("span", { class: "value" }, value),
      note ? el("span", { class: "note" }, note) : null));
}

function leaning(worst) {
  return worst.households_lost > 0
    ? sayCount("would_lose_households", worst.households_lost)
    : sayCount("would_lose_cooperatives", worst.cooperatives_lost);
}

function figures(kind, of, households, unsold, worst) {
  const list = el("dl", { class: "figures" });
  list.append(figure(say("figure_" + kind), number(of.active - of.covered),
    say("of_active", { all: number(of.active), rate: percent(1 - of.rate_of_active) }),
    explanation("figure_" + kind, "covered_meaning", "uncovered_meaning"),
    of.active > of.covered ? "bad" : "good"));
  if (kind !== "farmer" && households !== null && households.active > 0) {
    list.append(figure(say("figure_farmer"), number(households.active - households.covered),
      say("of_active_households", { all: number(households.active),
        rate: percent(1 - households.rate_of_active) }),
      explanation("figure_farmer", "households_meaning"),
      households.active > households.covered ? "bad" : "good"));
  }
  if (unsold.known > 0) {
    list.append(figure(say("figure_tonnes"), tonnes(unsold.kg),
      say("tonnes_known", { known: number(unsold.known),
        all: number(unlinkedOfKind(kind).length) }), meaning("unlinked", "unsold_kg"), "bad"));
  }
  list.append(figure(say("figure_rate"), percent(of.rate_of_active),
    say("rate_note", { direct: number(of.direct), indirect: number(of.indirect) }),
    meaning("coverage", "rate_of_active", "direct_indirect"), "good"));
  if (worst !== null) {
    list.append(el("div", { class: "figure leaning" },
      el("dt", null, say("hangs_on"), meaning("critical", "households_lost")),
      el("dd", null, el("span", { class: "value small" }, actorButton(worst.id)),
        el("span", { class: "note" }, leaning(worst)))));
  }
  return list;
}

/* One line of the chart: who has a buyer, directly and by others, and who has none. */
function splitRow(kind) {
  const of = coverageOfKind(kind);
  if (of === null || of.active === 0) {
    return null;
  }
  const none = of.active - of.covered;
  return el("tr", null,
    el("th", { scope: "row" }, capital(say("plural_" + kind))),
    el("td", { class: "chart" },
      bar([["direct", of.direct], ["indirect", of.indirect], ["none", none]], of.active)),
    el("td", { class: "number" }, number(of.direct)),
    el("td", { class: "number" }, number(of.indirect)),
    el("td", { class: "number strong-none" }, number(none)));
}

function splitChart() {
  const what = meaning("coverage", "covered", "direct_indirect");
  return el("div", { class: "split" },
    el("h2", { class: "minor" }, say("split_title"), what),
    el("table", { class: "bars" },
      el("caption", { class: "unseen" }, say("split_title")),
      el("thead", null, el("tr", null,
        el("td", null), el("td", { class: "chart" }),
        [["direct", "with_direct"], ["indirect", "with_indirect"], ["none", "without"]].map(
          ([name, key]) => el("th", { scope: "col", class: "number" },
            svg("svg", { class: "swatch", viewBox: "0 0 10 10", "aria-hidden": "true" },
              svg("rect", { class: name, width: 10, height: 10, rx: 2 })), say(key))))),
      el("tbody", null, ["cooperative", "farmer", "group", "union"].map(splitRow))),
    leftOut(kindInQuestion(), "left_out_" + kindInQuestion()));
}

/* Who is not counted, so that the sums can be checked; `title` is the key of what stands before. */
function leftOut(kind, title) {
  const of = coverageOfKind(kind);
  const parts = of === null ? [] : [["inactive", of.inactive], ["not_applicable", of.not_applicable],
    ["own_buyers", of.buyers]].filter(([, count]) => count > 0)
    .map(([key, count]) => say("left_out_" + key, { count: number(count) }));
  return parts.length === 0 ? null
    : el("p", { class: "aside" }, say(title) + " " + parts.join(" · ") + ".");
}

/* Why those have no buyer: each reason opens the register with it. */
function reasons(kind) {
  const counts = new Map();
  unlinkedOfKind(kind).forEach((row) =>
    counts.set(row.linkage, (counts.get(row.linkage) || 0) + 1));
  const ordered = Array.from(counts).sort((a, b) => b[1] - a[1]);
  const most = ordered.length > 0 ? ordered[0][1] : 0;
  return el("div", { class: "reasons" },
    el("h2", { class: "minor" }, say("reasons_title"), meaning("unlinked", "linkage", "reasons_meaning")),
    el("table", { class: "bars" },
      el("caption", { class: "unseen" }, say("reasons_title")),
      el("tbody", null, ordered.map(([linkage, count]) => el("tr", null,
        el("th", { scope: "row" }, button(capital(term(linkage)), { class: "name",
          "aria-label": say("show_reason", { reason: term(linkage) }),
          click: () => showRegister({ linkage }) })),
        el("td", { class: "chart" }, bar([["none", count]], most)),
        el("td", { class: "number" }, number(count)))))));
}

function answerSentence(of) {
  const none = of.active - of.covered;
  const values = { none: number(none), all: number(of.active) };
  if (of.active === 1) {
    return none === 0 ? say("answer_covered_" + of.kind) : say("answer_alone_" + of.kind);
  }
  if (none === 0) {
    return say("answer_all_" + of.kind, values);
  }
  return sayCount("answer_" + of.kind, none, values);
}

function householdsSentence(of) {
  const none = of.active - of.covered;
  return none === 0 || of.active === 1 ? answerSentence(of) + "."
    : say("lead_households", { none: number(none), all: number(of.active),
      rate: percent(1 - of.rate_of_active) });
}

/* What follows from it, in one more sentence. */
function answerLead(of, households, unsold, worst) {
  const parts = [];
  if (of.kind !== "farmer" && households !== null && households.active > 0) {
    parts.push(householdsSentence(households));
  }
  if (unsold.known > 0) {
    parts.push(say("lead_tonnes", { tonnes: tonnes(unsold.kg) }));
  }
  if (worst !== null) {
    parts.push(say("lead_worst", { name: nameOfActor(worst.id), loss: leaning(worst) }));
  }
  return parts.join(" ");
}

function buildAnswer() {
  const kind = kindInQuestion();
  const title = el("h1", { id: "answer-title" });
  const part = el("section", { id: "answer", "aria-labelledby": "answer-title",
    class: "part part-answer" }, title);
  if (kind === null) {
    title.textContent = say("answer_nobody");
    return append(part, [leftOut("cooperative", "left_out_all")]);
  }
  const of = coverageOfKind(kind);
  const households = coverageOfKind("farmer");
  const unsold = unsoldOfKind(kind);
  const worst = mostCritical();
  title.textContent = answerSentence(of);
  return append(part, [
    el("p", { class: "lead" }, answerLead(of, households, unsold, worst)),
    figures(kind, of, households, unsold, worst),
    el("div", { class: "beside" }, splitChart(),
      unlinkedOfKind(kind).length > 0 ? reasons(kind) : null),
  ]);
}
