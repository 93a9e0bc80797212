/* A Sankey of kinds: where its boxes stand and how its bands run. Widths are amounts. Flows are
 * split into what reaches a buyer and what does not; the first run above, the second below, to a box
 * of their own. A flow that passes a stage by has its lane there, so that no band runs through a
 * box. Kinds stand in the order of the chain; flows within a kind or backwards are told in words. */
const STAGES = ["farmer", "group", "cooperative", "union", "enterprise"];
const NOBODY = "nobody";

/* Flows between kinds: { from, to, amount, without }, `without` being the part of those who reach no
 * buyer. */
function flowsOf(measure) {
  return rows("flows").map((row) => ({
    from: row.source_kind,
    to: row.target_kind,
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

/* Flows of one colour each, those to nobody added. */
function colouredFlows(measure) {
  const flows = flowsOf(measure).filter(runsOn);
  const good = flows.map((flow) => Object.assign({}, flow,
    { amount: flow.amount - flow.without, whole: flow, bad: false }));
  const bad = flows.map((flow) => Object.assign({}, flow,
    { amount: flow.without, whole: flow, bad: true }));
  const ends = STAGES.slice(0, 4).map((stage) => ({ from: stage, to: NOBODY,
    amount: endsWithout(stage, flows, measure), bad: true }));
  return good.concat(bad, ends).filter((flow) => flow.amount > 0);
}

/* Columns from left to right, each a list of boxes from top to bottom. */
function boxColumns(flows) {
  const used = STAGES.filter((stage) => flows.some((flow) => flow.from === stage ||
    flow.to === stage));
  const columns = used.map((stage) => [{ stage }]);
  if (flows.some((flow) => flow.to === NOBODY)) {
    if (used.length > 1 && used[used.length - 1] === "enterprise") {
      columns[columns.length - 1].push({ stage: NOBODY });
    } else {
      columns.push([{ stage: NOBODY }]);
    }
  }
  columns.forEach((column, index) => column.forEach((box) => {
    const total = (end) => sum(flows.filter((flow) => flow[end] === box.stage)
      .map((flow) => flow.amount));
    Object.assign(box, { column: index, coming: total("to"), going: total("from") });
    box.amount = Math.max(box.coming, box.going);
  }));
  return columns;
}

/* Lanes for flows that pass a column by: good ones above its box, bad ones below it, those that go
 * furthest outermost. */
function withLanes(columns, flows) {
  const boxOf = new Map(columns.flat().map((box) => [box.stage, box]));
  const reach = (flow) => boxOf.get(flow.to).column * 10 - boxOf.get(flow.from).column;
  flows.forEach((flow) => {
    flow.stops = [boxOf.get(flow.from)];
  });
  columns.forEach((column, index) => {
    const passing = flows.filter((flow) => boxOf.get(flow.from).column < index &&
      boxOf.get(flow.to).column > index);
    const lanes = (bad) => passing.filter((flow) => flow.bad === bad).map((flow) => {
      const lane = { flow, column: index, amount: flow.amount };
      flow.stops.push(lane);
      return lane;
    });
    column.unshift(...lanes(false).sort((a, b) => reach(b.flow) - reach(a.flow)));
    column.push(...lanes(true).sort((a, b) => reach(a.flow) - reach(b.flow)));
  });
  flows.forEach((flow) => flow.stops.push(boxOf.get(flow.to)));
}

/* The room above an item: for the words over a box, or merely between lanes. */
function roomAbove(item, index, gaps) {
  return index === 0 ? 0 : item.stage && !item.last ? gaps.box : gaps.lane;
}

/* Stacks a column from the top; what is bound for nobody hangs from the bottom. */
function stack(column, scale, height, gaps) {
  let y = 0;
  let low = height;
  const hanging = (item) => item.stage === NOBODY || (item.flow && item.flow.to === NOBODY);
  column.forEach((item) => {
    item.height = Math.max(item.stage ? 2 : 0, item.amount * scale);
  });
  column.filter((item) => !hanging(item)).forEach((item) => {
    y += roomAbove(item, column.indexOf(item), gaps);
    item.y = y;
    y += item.height;
  });
  column.filter(hanging).reverse().forEach((item) => {
    item.y = low - item.height;
    low = item.y - gaps.lane;
  });
}

/* { boxes, bands } within width × height. */
function layOutSankey(measure, width, height, gaps) {
  const flows = colouredFlows(measure);
  const columns = boxColumns(flows);
  const boxes = columns.flat();
  withLanes(columns, flows);
  columns.forEach((column, index) => column.forEach((item) => {
    item.x = columns.length > 1 ? (width * index) / (columns.length - 1) : 0;
    item.last = index === columns.length - 1;
  }));
  const scale = Math.min(...columns.map((column) =>
    (height - sum(column.map((item, index) => roomAbove(item, index, gaps)))) /
    Math.max(1, sum(column.map((item) => item.amount)))));
  columns.forEach((column) => stack(column, scale, height, gaps));
  flows.forEach((flow) => {
    flow.thick = flow.amount * scale;
  });
  attach(flows, boxes);
  return { boxes, flows };
}

/* Where each flow leaves and arrives at a box: in the order of where it goes or comes from. */
function attach(flows, boxes) {
  boxes.forEach((box) => {
    const leaving = flows.filter((flow) => flow.from === box.stage)
      .sort((a, b) => a.bad - b.bad || a.stops[1].y - b.stops[1].y);
    const coming = flows.filter((flow) => flow.to === box.stage)
      .sort((a, b) => a.bad - b.bad || a.stops[a.stops.length - 2].y -
        b.stops[b.stops.length - 2].y);
    let y = box.y;
    leaving.forEach((flow) => {
      flow.leaves = y;
      y += flow.thick;
    });
    y = box.y;
    coming.forEach((flow) => {
      flow.arrives = y;
      y += flow.thick;
    });
  });
}
