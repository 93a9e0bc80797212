/* The Sankey of households, or of volume, from farmers to enterprises. */
let sankeyFull = 1080;
const SANKEY = { height: 470, gaps: { box: 42, lane: 12 }, box: 14, left: 4, right: 190, top: 34 };

let sankeyMeasure = "households";

function amountOf(value) {
  return sankeyMeasure === "volume"
    ? say("tonnes_amount", { tonnes: tonnes(value) })
    : sayCount("households_amount", value);
}

function stageName(stage) {
  return stage === NOBODY ? say("without") : capital(say("plural_" + stage));
}

/* One outline through all the stops of a flow: its upper edge there, its lower edge back. */
function bandPath(flow) {
  const f = (value) => value.toFixed(1);
  const points = flow.stops.map((stop, index) => {
    const first = index === 0;
    const last = index === flow.stops.length - 1;
    return { x0: first ? stop.x + SANKEY.box : stop.x, x1: last ? stop.x : stop.x + SANKEY.box,
      y: first ? flow.leaves : last ? flow.arrives : stop.y };
  });
  const edge = (from, x0, to, x1, down) => {
    const middle = (x0 + x1) / 2;
    return `C${f(middle)},${f(from + down)} ${f(middle)},${f(to + down)} ${f(x1)},${f(to + down)}`;
  };
  const thick = Math.max(flow.thick, 0.8);
  const last = points.length - 1;
  let path = `M${f(points[0].x0)},${f(points[0].y)}`;
  for (let at = 1; at <= last; at += 1) {
    path += edge(points[at - 1].y, points[at - 1].x1, points[at].y, points[at].x0, 0) +
      `H${f(points[at].x1)}`;
  }
  path += `V${f(points[last].y + thick)}`;
  for (let at = last; at > 0; at -= 1) {
    path += `H${f(points[at].x0)}` +
      edge(points[at].y, points[at].x0, points[at - 1].y, points[at - 1].x1, thick);
  }
  return path + "Z";
}

function flowWords(flow) {
  const whole = flow.whole || flow;
  return stageName(flow.from) + " → " + stageName(flow.to) + ": " + amountOf(whole.amount) +
    (flow.whole && flow.whole.without > 0
      ? " (" + say("of_them_without", { amount: amountOf(flow.whole.without) }) + ")" : "");
}

function drawBand(flow) {
  const title = svg("title");
  title.textContent = flowWords(flow);
  return svg("path", { class: "band " + (flow.bad ? "flow-bad" : "flow-good"), d: bandPath(flow) },
    title);
}

/* What a box is labelled with: its kind and how many stand for it. */
function boxNote(box) {
  const of = coverageOfKind(box.stage);
  if (box.stage === NOBODY && sankeyMeasure === "households") {
    const farmers = coverageOfKind("farmer");
    return farmers === null ? amountOf(box.coming) : amountOf(farmers.active - farmers.covered);
  }
  if (sankeyMeasure === "volume") {
    return amountOf(Math.max(box.coming, box.going));
  }
  if (box.stage === "farmer") {
    return amountOf(of === null ? box.going : of.active);
  }
  if (box.stage === "enterprise") {
    return sayCount("buyers_amount", column("summary", "buyers")[0]);
  }
  return of === null ? "" : countOfKind(box.stage, of.active);
}

function drawBox(box) {
  const middle = box.y + box.height / 2;
  const x = box.x + SANKEY.box + 8;
  const above = !box.last;
  return svg("g", { class: "box " + box.stage },
    svg("rect", { x: box.x.toFixed(1), y: box.y.toFixed(1), width: SANKEY.box,
      height: box.height.toFixed(1), rx: 2 }),
    svg("text", { class: "stage", x: (above ? box.x : x).toFixed(1),
      y: (above ? box.y - 20 : middle - 3).toFixed(1) }, stageName(box.stage)),
    svg("text", { class: "count", x: (above ? box.x : x).toFixed(1),
      y: (above ? box.y - 5 : middle + 14).toFixed(1) }, boxNote(box)));
}

function drawSankey() {
  sankeyFull = narrowScreen.matches ? 760 : 1080;
  const width = sankeyFull - SANKEY.left - SANKEY.right - SANKEY.box;
  const { boxes, flows } = layOutSankey(sankeyMeasure, width, SANKEY.height, SANKEY.gaps);
  if (boxes.length === 0) {
    return el("p", { class: "aside" }, say("sankey_empty"));
  }
  const label = say("sankey_label_" + sankeyMeasure);
  return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label },
    svg("svg", { class: "sankey", role: "img", "aria-label": label + " " + sankeyInWords(flows),
      viewBox: `0 0 ${sankeyFull} ${SANKEY.height + SANKEY.top + 8}` },
      svg("g", { transform: `translate(${SANKEY.left},${SANKEY.top})` },
        flows.map(drawBand), boxes.map(drawBox))));
}

function sankeyInWords(flows) {
  return Array.from(new Set(flows.map(flowWords))).join("; ") + ".";
}

/* Flows that the drawing leaves out. */
function sankeyAside() {
  const others = flowsOf(sankeyMeasure).filter((flow) => !runsOn(flow));
  const unknown = rows("flows").filter((row) => row.volume_kg === null);
  const parts = [];
  if (others.length > 0) {
    parts.push(say("sankey_others") + " " + others.map((flow) => stageName(flow.from) + " → " +
      stageName(flow.to) + " (" + amountOf(flow.amount) + ")").join(", ") + ".");
  }
  if (sankeyMeasure === "volume" && unknown.length > 0) {
    parts.push(say("sankey_unknown"));
  }
  return parts.length === 0 ? null : el("p", { class: "aside" }, parts.join(" "));
}

function sankeyTable() {
  const heads = ["source_kind", "target_kind", "links", "households", "households_uncovered",
    "volume_kg"];
  return asTable(say("as_table"), plainTable(say("flows_title"),
    heads.map((name) => ({ text: name === "volume_kg" ? say("tonnes_head")
      : labelOf(columnOf("flows", name).label), number: !name.endsWith("_kind"),
    what: meaning("flows", name) })),
    rows("flows").map((row) => heads.map((name) => (name.endsWith("_kind") ? capital(term(row[name]))
      : name === "volume_kg" ? tonnes(row[name]) : number(row[name]))))));
}

function buildFlows() {
  const part = section("flows", say("flows_title"), say("flows_lead"));
  const holder = el("div");
  function draw() {
    holder.replaceChildren(...[drawSankey(), sankeyAside()].filter((one) => one !== null));
  }
  draw();
  return append(part, [
    el("div", { class: "controls" },
      switcher(say("measure"), [["households", say("measure_households")],
        ["volume", say("measure_volume")]], sankeyMeasure, (measure) => {
        sankeyMeasure = measure;
        draw();
      }),
      legend([["direct", say("legend_reaches")], ["none", say("legend_not")]]),
      meaning("flows", "households")),
    holder, sankeyTable()]);
}
