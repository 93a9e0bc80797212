/* The Sankey of households, or of volume, from farmers to enterprises. */
const SANKEY = { width: 1080, height: 420, gap: 26, box: 14, left: 4, right: 190, top: 34 };

let sankeyMeasure = "households";

function amountOf(value) {
  return sankeyMeasure === "volume"
    ? say("tonnes_amount", { tonnes: tonnes(value) })
    : sayCount("households_amount", value);
}

function stageName(stage) {
  return stage === "nobody" ? say("without") : capital(term(stage));
}

function bandPath(x0, y0, x1, y1, thick) {
  const middle = (x0 + x1) / 2;
  const f = (value) => value.toFixed(1);
  return `M${f(x0)},${f(y0)}C${f(middle)},${f(y0)} ${f(middle)},${f(y1)} ${f(x1)},${f(y1)}` +
    `V${f(y1 + thick)}C${f(middle)},${f(y1 + thick)} ${f(middle)},${f(y0 + thick)} ` +
    `${f(x0)},${f(y0 + thick)}Z`;
}

/* A band in its two colours, with what it says when pointed at. */
function drawBand(band) {
  const x0 = band.from.x + SANKEY.box;
  const good = band.thick - band.bad;
  const group = svg("g", { class: "band" });
  if (good > 0) {
    group.append(svg("path", { class: "flow-good",
      d: bandPath(x0, band.y0, band.to.x, band.y1, Math.max(good, 0.8)) }));
  }
  if (band.bad > 0) {
    group.append(svg("path", { class: "flow-bad",
      d: bandPath(x0, band.y0 + good, band.to.x, band.y1 + good, Math.max(band.bad, 0.8)) }));
  }
  const title = svg("title");
  title.textContent = stageName(band.flow.from) + " → " + stageName(band.flow.to) + ": " +
    amountOf(band.flow.amount) + (band.bad > 0 && band.flow.to !== "nobody"
    ? " · " + say("of_them_without", { amount: amountOf(band.flow.without) }) : "");
  group.append(title);
  return group;
}

/* What a box is labelled with: its kind and how many stand for it. */
function boxNote(box) {
  const of = coverageOfKind(box.stage);
  if (box.stage === "nobody" && sankeyMeasure === "households") {
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
  const width = SANKEY.width - SANKEY.left - SANKEY.right - SANKEY.box;
  const { boxes, bands } = layOutSankey(sankeyMeasure, width, SANKEY.height, SANKEY.gap);
  if (boxes.length === 0) {
    return el("p", { class: "aside" }, say("sankey_empty"));
  }
  const label = say("sankey_label_" + sankeyMeasure);
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    svg("svg", { class: "sankey", role: "img", "aria-label": label + " " + sankeyInWords(bands),
      viewBox: `0 0 ${SANKEY.width} ${SANKEY.height + SANKEY.top + 8}` },
      svg("g", { transform: `translate(${SANKEY.left},${SANKEY.top})` },
        bands.map(drawBand), boxes.map(drawBox))));
}

function sankeyInWords(bands) {
  return bands.map(({ flow }) => stageName(flow.from) + " → " + stageName(flow.to) + ": " +
    amountOf(flow.amount)).join("; ") + ".";
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
