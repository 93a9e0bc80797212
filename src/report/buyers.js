/* Buyers by the households that depend on them: within those reached, those who have nobody else. */
function buyerLine(row, most, unit) {
  const reach = row["reach_" + unit];
  const only = row["exclusive_" + unit];
  return el("tr", null,
    el("th", { scope: "row" }, actorButton(row.id)),
    el("td", { class: "chart" }, bar([["only", only], ["shared", reach - only]], most)),
    el("td", { class: "number strong-only" }, number(only)),
    el("td", { class: "number" }, number(reach)),
    el("td", { class: "number wide-only" }, decimal(row["shapley_" + unit])),
    el("td", { class: "number wide-only" }, number(row["upstream_" + unit])));
}

let buyersUnit = "households";

function buyersTable() {
  const unit = buyersUnit;
  const list = rows("buyers").filter((row) => row["reach_" + unit] > 0)
    .sort((a, b) => b["reach_" + unit] - a["reach_" + unit] || a.rank - b.rank);
  const most = Math.max(1, ...list.map((row) => row["reach_" + unit]));
  const idle = rowCount("buyers") - list.length;
  const body = el("tbody");
  const more = longList(body, list, 15, (row) => buyerLine(row, most, unit));
  const head = (name, wide) => el("th", { scope: "col", class: "number" +
    (wide ? " wide-only" : "") }, say("head_" + name), meaning("buyers", name + "_" + unit));
  const table = () => el("table", { class: "bars buyers" },
    el("caption", { class: "unseen" }, say("buyers_title")),
    el("thead", null, el("tr", null, el("td"), el("td", { class: "chart" }), head("exclusive"),
      head("reach"), head("shapley", true), head("upstream", true))),
    body);
  return el("div", null, list.length > 0 ? [table(), more] : null,
    idle > 0 ? el("p", { class: "aside" }, sayCount("buyers_idle", idle)) : null);
}

function buildBuyers() {
  const part = section("buyers", say("buyers_title"), say("buyers_lead"));
  const holder = el("div");
  if (rowCount("buyers") === 0) {
    return append(part, [el("p", { class: "aside" }, say("buyers_none"))]);
  }
  const units = [["households", say("by_households")], ["cooperatives", say("by_cooperatives")]];
  holder.append(buyersTable());
  return append(part, [
    el("div", { class: "controls" },
      switcher(say("count_by"), units, buyersUnit, (unit) => {
        buyersUnit = unit;
        holder.replaceChildren(buyersTable());
      }),
      legend([["only", say("legend_only")], ["shared", say("legend_shared")]])),
    holder]);
}
