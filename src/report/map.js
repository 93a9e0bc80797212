/* The map: areas coloured by coverage where the report has their outlines, else a point for each
 * place. Equirectangular, true to scale at the middle latitude; no tiles, nothing is fetched. */
const WIDE_MAP = { width: 1000, most: 700, margin: 56, side: 90 };
const NARROW_MAP = { width: 420, most: 460, margin: 40, side: 46 };
let MAP = WIDE_MAP;
const RATE_STEPS = [0.2, 0.4, 0.6, 0.8];

let mappedKind = null;

function rateClass(rate) {
  return "rate-" + RATE_STEPS.filter((step) => rate >= step).length;
}

/* Rows of coverage by place that can be drawn: as areas, else as points. */
function mapRows(kind) {
  const areas = new Map((report.regions || []).map((region) => [region.place, region]));
  const lats = column("places", "lat");
  const lons = column("places", "lon");
  const list = coverageRows("place", kind, "").map((row) => {
    const place = placeRow.get(row.key);
    return Object.assign(row, { region: areas.get(row.key) || null,
      lat: place === undefined ? null : lats[place],
      lon: place === undefined ? null : lons[place] });
  });
  if (areas.size > 0) {
    return list.filter((row) => row.region !== null);
  }
  const points = list.filter((row) => row.lat !== null && row.lon !== null);
  const level = usualLevel();
  const usual = points.filter((row) => row.level === level);
  return usual.length > 0 ? usual : points;
}

/* Actors that sell and have coordinates of their own: [lon, lat, row]. */
function mapActors() {
  const lats = column("nodes", "lat");
  const lons = column("nodes", "lon");
  return node.coverage.map((coverage, row) => [lons[row], lats[row], row,
    coverage !== null && node.kind[row] !== "farmer"])
    .filter(([lon, lat, , counts]) => counts && lat !== null && lat !== undefined && lon !== null)
    .slice(0, 6000);
}

/* A function from degrees to the drawing, and its height. */
function projection(points) {
  const lons = points.map((point) => point[0]);
  const lats = points.map((point) => point[1]);
  const extent = (list) => [list.reduce((a, b) => Math.min(a, b)),
    list.reduce((a, b) => Math.max(a, b))];
  const [west, east] = extent(lons);
  const [south, north] = extent(lats);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = Math.max((east - west) * squeeze, 1e-6);
  const tall = Math.max(north - south, 1e-6);
  const scale = Math.min((MAP.width - 2 * MAP.side) / wide, (MAP.most - 2 * MAP.margin) / tall);
  const left = (MAP.width - wide * scale) / 2;
  return {
    height: tall * scale + 2 * MAP.margin,
    perKm: (scale * 1) / 111.32,
    at: (lon, lat) => [left + (lon - west) * squeeze * scale, MAP.margin + (north - lat) * scale],
  };
}

/* The register lists organisations; households stand in it by theirs. */
function registerKind(kind) {
  return kind === "farmer" ? "" : kind;
}

function mapTitle(row) {
  const title = svg("title");
  title.textContent = nameInScope(row) + ": " + say("map_title", { rate: percent(row.rate_of_active),
    covered: number(row.covered), all: number(row.active) });
  return title;
}

function drawArea(row, project) {
  const outline = row.region.rings.map((ring) => "M" + ring.map(([lon, lat]) =>
    project.at(lon, lat).map((value) => value.toFixed(1)).join(",")).join("L") + "Z").join("");
  return svg("path", { class: "area " + rateClass(row.rate_of_active), d: outline,
    "fill-rule": "evenodd", click: () => showRegister({ place: row.key, kind: registerKind(row.kind) }) }, mapTitle(row));
}

function drawPoint(row, project, most) {
  const [x, y] = project.at(row.lon, row.lat);
  const radius = (7 + 26 * Math.sqrt(row.active / most)) * Math.sqrt(MAP.width / 1000);
  row.drawn = { x, y, radius };
  return svg("circle", { class: "area " + rateClass(row.rate_of_active), cx: x.toFixed(1),
    cy: y.toFixed(1), r: radius.toFixed(1), click: () => showRegister({ place: row.key, kind: registerKind(row.kind) }) },
  mapTitle(row));
}

/* The middle of the largest ring, for its label. */
function middleOf(row, project) {
  const ring = row.region.rings.reduce((a, b) => (b.length > a.length ? b : a));
  const points = ring.map(([lon, lat]) => project.at(lon, lat));
  const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: middle(points.map((p) => p[0])), y: middle(points.map((p) => p[1])), radius: -7 };
}

/* A place without the word for its level. */
function shortPlace(name) {
  return name.replace(/^(?:Tỉnh|Thành phố|Thị xã|Thị trấn|Huyện|Quận|Xã|Phường) (?=\D)/u, "");
}

/* Names where they cover no other name and no point; larger places first. */
function drawLabels(list, project) {
  const taken = list.filter((row) => row.region === null).map(({ drawn }) => [drawn.x - drawn.radius,
    drawn.y - drawn.radius, drawn.x + drawn.radius, drawn.y + drawn.radius]);
  const hits = (a) => taken.some((b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]);
  const labels = [];
  list.slice().sort((a, b) => b.active - a.active).forEach((row) => {
    const { x, y, radius } = row.region ? middleOf(row, project) : row.drawn;
    const name = row.label || shortPlace(nameInScope(row));
    const width = name.length * 7.8;
    const spots = [[x, y + radius + 17], [x, y - radius - 7],
      [x + radius + 6 + width / 2, y + 5], [x - radius - 6 - width / 2, y + 5]];
    const spot = spots.find(([cx, cy]) => cx - width / 2 > 0 && cx + width / 2 < MAP.width &&
      !hits([cx - width / 2, cy - 14, cx + width / 2, cy + 4]));
    if (spot) {
      taken.push([spot[0] - width / 2, spot[1] - 14, spot[0] + width / 2, spot[1] + 4]);
      labels.push(svg("text", { x: spot[0].toFixed(1), y: spot[1].toFixed(1) }, name));
    }
  });
  return labels;
}

/* A round length that takes about a sixth of the width. */
function scaleBar(project) {
  const km = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => one * project.perKm > MAP.width / 9) || 1000;
  const y = project.height - 14;
  return svg("g", { class: "scale" },
    svg("path", { d: `M12,${y - 5}v5h${(km * project.perKm).toFixed(1)}v-5` }),
    svg("text", { x: 18, y: y - 8 }, number(km) + " km"));
}

/* Where there are no places to be pressed, actors are. */
function drawActor([lon, lat, row], project, alone) {
  const [x, y] = project.at(lon, lat);
  const title = svg("title");
  const id = chain.ids[row];
  title.textContent = nameOfActor(id) + ": " + say("tag_" + node.coverage[row]);
  return svg("circle", { class: "dot " + (node.coverage[row] === "uncovered" ? "none" : "direct") +
    (alone ? " alone" : ""), cx: x.toFixed(1), cy: y.toFixed(1), r: alone ? 7 : 5,
  click: () => showActor(id, true) }, title);
}

/* Names of actors as far as there is room, first of those with most households; a map with more dots
 * than this is too full for names. */
const MOST_NAMED = 300;

function labelActors(actors, project) {
  return actors.length > MOST_NAMED ? [] : drawLabels(actors.map(([lon, lat, row]) => {
    const [x, y] = project.at(lon, lat);
    return { region: null, drawn: { x, y, radius: 7 }, active: node.households[row],
      label: nameOfActor(chain.ids[row]) };
  }), project);
}

function drawMap(list, actors) {
  MAP = narrowScreen.matches ? NARROW_MAP : WIDE_MAP;
  const points = actors.map(([lon, lat]) => [lon, lat]).concat(list.flatMap((row) =>
    (row.region ? row.region.rings.flat() : [[row.lon, row.lat]])));
  const project = projection(points);
  const most = Math.max(1, ...list.map((row) => row.active));
  const label = say(list.length > 0 ? "map_label" : "map_label_actors");
  return svg("svg", { class: "map", role: "img", "aria-label": label,
    viewBox: `0 0 ${MAP.width} ${project.height.toFixed(0)}` },
  list.slice().sort((a, b) => b.active - a.active).map((row) =>
    (row.region ? drawArea(row, project) : drawPoint(row, project, most))),
  actors.map((actor) => drawActor(actor, project, list.length === 0)),
  list.length > 0 ? drawLabels(list, project) : labelActors(actors, project), scaleBar(project));
}

function mapTable(list) {
  return plainTable(say("map_label"), [{ text: say("place") },
    { text: say("with_buyer"), number: true }, { text: say("of_all_active"), number: true },
    { text: say("rate"), number: true }],
  list.map((row) => [coverageName(row), number(row.covered), number(row.active),
    percent(row.rate_of_active)]));
}

/* The same actors by name: for the keyboard, and for those who see no map. */
function mapActorTable(actors) {
  const table = plainTable(say("map_label_actors"), [{ text: labelOf(columnOf("nodes", "name").label) }, { text: say("kind") },
    { text: say("place") }, { text: say("with_buyer") }], []);
  const sorted = actors.map(([, , row]) => row).sort((a, b) =>
    collator.compare(nameOfActor(chain.ids[a]), nameOfActor(chain.ids[b])));
  return el("div", null, table, longList(table.querySelector("tbody"), sorted, 30, (row) =>
    el("tr", null, el("th", { scope: "row" }, actorButton(chain.ids[row])),
      el("td", null, capital(term(node.kind[row]))),
      el("td", null, node.place_name[row] || "–"),
      el("td", null, say("tag_" + node.coverage[row])))));
}

function buildActorMap(actors) {
  return append(section("map", say("map_section"), say("map_lead_actors")), [
    el("div", { class: "keyed" },
      legend([["direct", say("legend_reaches")], ["none", say("legend_not")]])),
    drawMap([], actors), asTable(say("as_table"), mapActorTable(actors))]);
}

/* No section where nothing has coordinates; one point alone is no map. */
function buildMap() {
  const kinds = kindsOfCoverage();
  const actors = mapActors();
  const drawn = kinds.length > 0 ? mapRows(kinds[0]).length : 0;
  if (!(report.regions && drawn > 0) && drawn + actors.length < 2) {
    return null;
  }
  if (drawn === 0) {
    return buildActorMap(actors);
  }
  mappedKind = mappedKind || kinds[0];
  const part = section("map", say("map_section"), say(report.regions ? "map_lead_areas"
    : "map_lead_points"));
  const holder = el("div");
  const steps = ["0–20%", "20–40%", "40–60%", "60–80%", "80–100%"];
  function draw() {
    const list = mapRows(mappedKind);
    holder.replaceChildren(drawMap(list, actors), asTable(say("as_table"), mapTable(list)));
  }
  draw();
  return append(part, [
    el("div", { class: "controls" },
      chooser(say("of_whom"), kinds.map((kind) => [kind, capital(say("plural_" + kind))]),
        mappedKind, (kind) => {
          mappedKind = kind;
          draw();
        }),
      el("div", { class: "keyed" }, el("span", null, say("rate")),
        legend(steps.map((text, index) => ["rate-" + index, text])),
        meaning("coverage", "rate_of_active"))),
    holder]);
}
