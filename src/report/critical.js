/* Single points of failure, and whom each one would strand. */
let criticalKinds = "all";

/* The organisations without any way but through this actor, as names that open. */
function strandedList(id, row) {
  const stranded = strandedBy(chain.rowOf.get(id));
  const farmers = stranded.filter((one) => node.kind[one] === "farmer");
  const others = stranded.filter((one) => node.kind[one] !== "farmer")
    .sort((a, b) => collator.compare(nameOfActor(chain.ids[a]), nameOfActor(chain.ids[b])));
  const holder = el("div", { class: "stranded" });
  const list = el("ul");
  holder.append(el("p", null, say("stranded_households", { count: number(row.households_lost),
    hurt: number(row.households_hurt) }), " ",
  farmers.length > 0 ? sayCount("stranded_records", farmers.length) : ""));
  if (others.length > 0) {
    holder.append(el("p", null, sayCount("stranded_others", others.length)), list,
      longList(list, others, 30, (one) => el("li", null, actorButton(chain.ids[one]), " ",
        el("span", { class: "note" }, [term(node.kind[one]), node.place_name[one]]
          .filter((text) => text).join(" · ")))));
  } else {
    holder.append(el("p", null, say("stranded_nobody")));
  }
  return holder;
}

function criticalLine(row, most) {
  const details = el("tr", { class: "details", hidden: true, id: newId("stranded") },
    el("td", { colspan: "5" }));
  const opener = button(say("whom"), { class: "plain", "aria-expanded": "false",
    "aria-controls": details.id, "aria-label": say("whom_of", { name: nameOfActor(row.id) }),
    click: () => {
      const opening = details.hidden;
      if (opening && details.firstChild.childElementCount === 0) {
        details.firstChild.append(strandedList(row.id, row));
      }
      details.hidden = !opening;
      opener.setAttribute("aria-expanded", String(opening));
    } });
  const line = el("tr", null,
    el("th", { scope: "row" }, actorButton(row.id), el("span", { class: "note" },
      capital(term(row.kind)))),
    el("td", { class: "chart" }, bar([["only", row.households_lost],
      ["shared", row.households_hurt - row.households_lost]], most)),
    el("td", { class: "number strong-only" }, number(row.households_lost)),
    el("td", { class: "number" }, number(row.cooperatives_lost)),
    el("td", { class: "number press" }, opener));
  const pair = document.createDocumentFragment();
  pair.append(line, details);
  return pair;
}

function criticalTable() {
  const wanted = rows("critical").filter((row) => criticalKinds === "all" ||
    (row.kind === "enterprise") === (criticalKinds === "enterprise"));
  const most = Math.max(1, ...wanted.map((row) => row.households_hurt));
  const body = el("tbody");
  const more = longList(body, wanted, 12, (row) => criticalLine(row, most));
  const head = (name) => el("th", { scope: "col", class: "number" }, say("head_" + name),
    meaning("critical", name));
  return el("div", null, el("table", { class: "bars critical" },
    el("caption", { class: "unseen" }, say("critical_title")),
    el("thead", null, el("tr", null, el("td"), el("td", { class: "chart" }),
      head("households_lost"), head("cooperatives_lost"), el("td", { class: "press" }))),
    body), more);
}

function buildCritical() {
  const part = section("critical", say("critical_title"), say("critical_lead"));
  const holder = el("div");
  if (rowCount("critical") === 0) {
    return append(part, [el("p", { class: "aside" }, say("critical_none"))]);
  }
  holder.append(criticalTable());
  return append(part, [
    el("div", { class: "controls" },
      switcher(say("kind"), [["all", say("critical_all")], ["enterprise", say("critical_buyers")],
        ["organisation", say("critical_organisations")]], criticalKinds, (kinds) => {
        criticalKinds = kinds;
        holder.replaceChildren(criticalTable());
      }),
      legend([["only", say("legend_lost")], ["shared", say("legend_hurt")]])),
    holder]);
}
