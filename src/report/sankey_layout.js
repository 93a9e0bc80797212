/* A Sankey of kinds: where its boxes stand and how its bands run. Widths are amounts; what reaches
 * no buyer goes to a box of its own. Kinds stand in the order of the chain, so that every band
 * runs to the right; flows within a kind or backwards are told in words instead. */
const STAGES = ["farmer", "group", "cooperative", "union", "enterprise"];

/* Flows between kinds: { from, to, amount, without }, `without` being the part of those who reach no
 * buyer. */
function flowsOf(measure) {
  return rows("flows").map((row) => ({
    from: row.source_kind,
    to: row.target_kind,
    links: row.links,
    amount: measure === "volume" ? row.volume_kg : row.households,
    without: measure === "volume" ? 0 : row.households_uncovered || 0,
  })).filter((flow) => flow.amount !== null && flow.amount > 0);
}

function runsOn(flow) {
  return STAGES.indexOf(flow.from) < STAGES.indexOf(flow.to);
}

/* What ends at a stage without a buyer: households who come no further, or unsold output. */
function endsWithout(stage, flows, measure) {
  if (measure === "volume") {
    return sum(unlinkedOfKind(stage).map((row) => row.unsold_kg));
  }
  const leaving = sum(flows.filter((flow) => flow.from === stage).map((flow) => flow.without));
  if (stage === "farmer") {
    const all = coverageOfKind("farmer");
    return all === null ? 0 : Math.max(0, all.active - all.covered - leaving);
  }
  const coming = sum(flows.filter((flow) => flow.to === stage).map((flow) => flow.without));
  return Math.max(0, coming - leaving);
}

/* Flows with those to the box of nobody added. */
function allFlows(measure) {
  const flows = flowsOf(measure).filter(runsOn);
  const ends = STAGES.slice(0, 4).map((stage) => ({
    from: stage,
    to: "nobody",
    links: 0,
    amount: endsWithout(stage, flows, measure),
  })).filter((flow) => flow.amount > 0);
  ends.forEach((flow) => {
    flow.without = flow.amount;
  });
  return flows.concat(ends);
}

/* Boxes by stage: each as tall as the larger of what comes and what goes. */
function boxesOf(flows) {
  return STAGES.concat("nobody").map((stage) => ({
    stage,
    coming: sum(flows.filter((flow) => flow.to === stage).map((flow) => flow.amount)),
    going: sum(flows.filter((flow) => flow.from === stage).map((flow) => flow.amount)),
  })).filter((box) => box.coming + box.going > 0);
}

/* Where the boxes of one column stand: stacked, enterprises above those without a buyer. */
function columnsOf(boxes) {
  const columns = STAGES.filter((stage) => boxes.some((box) => box.stage === stage)).map((stage) =>
    boxes.filter((box) => box.stage === stage));
  const nobody = boxes.find((box) => box.stage === "nobody");
  if (nobody) {
    const last = columns[columns.length - 1];
    if (columns.length > 1 && last[0].stage === "enterprise") {
      last.push(nobody);
    } else {
      columns.push([nobody]);
    }
  }
  return columns;
}

/* { boxes, bands } within width × height. */
function layOutSankey(measure, width, height, gap) {
  const flows = allFlows(measure);
  const boxes = boxesOf(flows);
  const columns = columnsOf(boxes);
  const size = (box) => Math.max(box.coming, box.going);
  const scale = Math.min(...columns.map((column) =>
    (height - gap * (column.length - 1)) / Math.max(1, sum(column.map(size)))));
  columns.forEach((column, index) => {
    const tall = sum(column.map(size)) * scale + gap * (column.length - 1);
    let y = column.length > 1 ? 0 : (height - tall) * (index === 0 ? 0 : 0.32);
    column.forEach((box) => {
      box.x = columns.length > 1 ? (width * index) / (columns.length - 1) : 0;
      box.y = y;
      box.height = Math.max(2, size(box) * scale);
      box.last = index === columns.length - 1;
      box.in = y;
      box.out = y;
      y += box.height + gap;
    });
    if (column.length > 1) {
      const lowest = column[column.length - 1];
      lowest.y = height - lowest.height;
      lowest.in = lowest.y;
    }
  });
  return { boxes, bands: bandsOf(flows, boxes, scale) };
}

/* Bands leave and arrive in the order of the boxes they join, so that few of them cross. */
function bandsOf(flows, boxes, scale) {
  const boxOf = new Map(boxes.map((box) => [box.stage, box]));
  const bands = flows.map((flow) => ({ flow, from: boxOf.get(flow.from), to: boxOf.get(flow.to),
    thick: flow.amount * scale, bad: flow.without * scale }));
  bands.slice().sort((a, b) => a.to.y - b.to.y).forEach((band) => {
    band.y0 = band.from.out;
    band.from.out += band.thick;
  });
  bands.slice().sort((a, b) => a.from.y - b.from.y || a.from.x - b.from.x).forEach((band) => {
    band.y1 = band.to.in;
    band.to.in += band.thick;
  });
  return bands;
}
