/* The picture of the chain: every organisation at its place in the layout, drawn on a canvas. */
const picture = { canvas: null, context: null, width: 0, height: 0, scale: 1, left: 0, top: 0,
  points: null, links: null, tiers: [], loose: null, chosen: -1, lit: null, waiting: false, colours: null };
const PICTURE_MARGIN = 36;

/* Points within 0..1, and the links between them that count. */
function preparePicture() {
  const xs = column("layout", "x");
  const ys = column("layout", "y");
  const extent = (values) => values.reduce(([low, high], value) =>
    [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const [west, east] = extent(xs);
  const [north, south] = extent(ys);
  const within = (value, low, high) => (high > low ? (value - low) / (high - low) : 0.5);
  const at = new Map();
  column("layout", "id").forEach((id, index) => {
    if (chain.rowOf.has(id)) {
      at.set(chain.rowOf.get(id), [within(xs[index], west, east), within(ys[index], north, south)]);
    }
  });
  const kinds = column("links", "kind");
  const active = column("links", "active");
  picture.points = at;
  const trade = chain.sources.map((_, link) => link).filter((link) => kinds[link] !== "input" &&
    at.has(chain.sources[link]) && at.has(chain.targets[link]));
  picture.links = trade.filter((link) => active[link]);
  prepareTiers(trade);
}

/* Where the tiers stand, by those in them that have links, in force or not, and where those without
 * begin. */
function prepareTiers(trade) {
  const linked = new Set(trade.flatMap((link) => [chain.sources[link],
    chain.targets[link]]));
  picture.tiers = ["group", "cooperative", "union", "enterprise"].map((kind) =>
    [() => (picture.width < 560 ? say("tier_short_" + kind) : say("tier_" + kind)), Array.from(linked)
      .filter((row) => node.kind[row] === kind).map((row) => picture.points.get(row)[0])])
    .filter(([, xs]) => xs.length > 0).map(([text, xs]) => [text, median(xs)]);
  const height = (rowsOf) => rowsOf.map((row) => picture.points.get(row)[1]);
  const loose = height(Array.from(picture.points.keys()).filter((row) => !linked.has(row)));
  const lowest = height(Array.from(linked)).reduce((a, b) => Math.max(a, b), 0);
  const highest = loose.reduce((a, b) => Math.min(a, b), 1);
  picture.loose = loose.length > 0 && highest > lowest ? highest : null;
}

/* From the layout to the canvas, before it is moved. */
function across(x) {
  return (PICTURE_MARGIN + x * (picture.width - 2 * PICTURE_MARGIN)) * picture.scale;
}

function down(y) {
  return (PICTURE_MARGIN + 10 + y * (picture.height - 2 * PICTURE_MARGIN)) * picture.scale;
}

function placeOf(row) {
  const [x, y] = picture.points.get(row);
  return [picture.left + across(x), picture.top + down(y)];
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue("--" + name).trim();
  return { good: colour("good"), bad: colour("bad"), text: colour("text"), quiet: colour("quiet"),
    surface: colour("surface"), accent: colour("accent"), buyer: colour("buyer") };
}

/* The colour class of an actor: its standing in the chain. */
function standingOf(row) {
  if (!chain.isActive[row]) {
    return "quiet";
  }
  if (chain.isBuyer[row]) {
    return "buyer";
  }
  return node.coverage[row] === "uncovered" ? "bad" : node.coverage[row] === null ? "quiet" : "good";
}

function isSeen(x, y) {
  return x > -20 && x < picture.width + 20 && y > -20 && y < picture.height + 20;
}

function drawLinks(context, links, alpha, width) {
  const leads = column("links", "leads_to_buyer");
  ["good", "bad"].forEach((name) => {
    context.strokeStyle = picture.colours[name];
    context.globalAlpha = alpha;
    context.lineWidth = width;
    context.beginPath();
    links.forEach((link) => {
      if (!picture.points.has(chain.sources[link]) || !picture.points.has(chain.targets[link]) ||
          (leads[link] ? "good" : "bad") !== name) {
        return;
      }
      const [x0, y0] = placeOf(chain.sources[link]);
      const [x1, y1] = placeOf(chain.targets[link]);
      if (Math.max(x0, x1) < 0 || Math.min(x0, x1) > picture.width ||
          Math.max(y0, y1) < 0 || Math.min(y0, y1) > picture.height) {
        return;
      }
      const middle = (x0 + x1) / 2;
      context.moveTo(x0, y0);
      context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
    });
    context.stroke();
  });
  context.globalAlpha = 1;
}

function radiusOf() {
  const room = Math.sqrt((picture.width * picture.height) / Math.max(1, picture.points.size));
  return Math.max(1.6, Math.min(8, 0.16 * room * Math.sqrt(picture.scale) + 0.6));
}

function drawPoints(context, lit) {
  const radius = radiusOf();
  ["quiet", "good", "bad", "buyer"].forEach((name) => {
    [false, true].forEach((bright) => {
      const size = bright ? Math.max(radius, 4) : radius;
      context.fillStyle = picture.colours[name];
      context.globalAlpha = lit === null || bright ? 1 : 0.16;
      context.beginPath();
      picture.points.forEach((_, row) => {
        if (standingOf(row) !== name || (lit !== null && lit.has(row)) !== bright) {
          return;
        }
        const [x, y] = placeOf(row);
        if (!isSeen(x, y)) {
          return;
        }
        if (name === "buyer") {
          context.rect(x - size, y - size, 2 * size, 2 * size);
        } else {
          context.moveTo(x + size, y);
          context.arc(x, y, size, 0, 2 * Math.PI);
        }
      });
      context.fill();
    });
  });
  context.globalAlpha = 1;
}

/* Names where there is room: of the chosen actor first, then of its neighbours, then of others. */
function drawNames(context, lit) {
  const seen = Array.from(picture.points.keys()).filter((row) => isSeen(...placeOf(row)) &&
    (lit === null || lit.has(row)));
  const radius = radiusOf();
  const taken = seen.length > 400 ? [] : seen.map((row) => {
    const [x, y] = placeOf(row);
    return [x - radius, y - radius, x + radius, y + radius];
  });
  context.font = "12px " + getComputedStyle(document.body).fontFamily;
  context.textBaseline = "middle";
  if (picture.chosen < 0 && seen.length > 90) {
    return;
  }
  seen.sort((a, b) => (b === picture.chosen) - (a === picture.chosen)).slice(0, 400)
    .forEach((row) => {
      const [x, y] = placeOf(row);
      const text = nameOfActor(chain.ids[row]);
      const width = context.measureText(text).width;
      const left = x + radius + 5 + width > picture.width ? x - radius - 5 - width : x + radius + 5;
      const box = [left - 2, y - 8, left + width + 2, y + 8];
      if (row !== picture.chosen && taken.some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1])) {
        return;
      }
      taken.push(box);
      context.fillStyle = picture.colours.surface;
      context.globalAlpha = 0.82;
      context.fillRect(box[0], box[1], width + 4, 16);
      context.globalAlpha = 1;
      context.fillStyle = picture.colours.text;
      context.fillText(text, left, y);
    });
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

function drawHeading(context, text, x, y) {
  const width = context.measureText(text).width;
  const left = Math.max(6, Math.min(picture.width - width - 6, x - width / 2));
  context.globalAlpha = 0.85;
  context.fillStyle = picture.colours.surface;
  context.fillRect(left - 4, y - 2, width + 8, 16);
  context.globalAlpha = 1;
  context.fillStyle = picture.colours.text;
  context.fillText(text, left, y);
}

/* Over each tier its kind, over those without links that they have none. */
function drawTiers(context) {
  context.font = "600 13px " + getComputedStyle(document.body).fontFamily;
  context.textBaseline = "top";
  picture.tiers.forEach(([text, x]) => {
    drawHeading(context, text(), picture.left + across(x), 8);
  });
  if (picture.loose !== null) {
    const y = picture.top + down(picture.loose) - 22;
    drawHeading(context, say("without_links"), 0, y);
  }
}

function drawPicture() {
  const { context, canvas } = picture;
  const ratio = window.devicePixelRatio || 1;
  picture.waiting = false;
  picture.colours = readColours();
  canvas.width = Math.round(picture.width * ratio);
  canvas.height = Math.round(picture.height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, picture.width, picture.height);
  const lit = picture.lit === null ? null : new Set([picture.chosen]);
  if (lit !== null) {
    picture.lit.forEach((link) => lit.add(chain.sources[link]).add(chain.targets[link]));
  }
  const many = picture.links.length > 3000 ? 0.08 : picture.links.length > 600 ? 0.25 : 0.45;
  drawLinks(context, picture.links, lit === null ? many : many / 4, 1);
  if (lit !== null) {
    drawLinks(context, Array.from(picture.lit), 0.9, 1.6);
  }
  drawPoints(context, lit);
  drawNames(context, lit);
  drawTiers(context);
}

function redraw() {
  if (picture.canvas !== null && !picture.waiting && picture.width > 0) {
    picture.waiting = true;
    requestAnimationFrame(drawPicture);
  }
}
