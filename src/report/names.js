/* What actors, products and places are called. */
const node = {};
["name", "kind", "place", "place_name", "sector", "status", "products", "linkage", "coverage",
  "count", "households", "households_uncovered", "output_kg"].forEach((name) => {
  node[name] = column("nodes", name);
});

const placeRow = indexOf(column("places", "id"));
const productRow = indexOf(column("products", "id"));

function nameOfActor(id) {
  const row = chain.rowOf.get(id);
  return (row !== undefined && node.name[row]) || (id === null ? "–" : id);
}

function nameOfProduct(id) {
  if (id === UNSTATED) {
    return say("unstated_product");
  }
  const row = productRow.get(id);
  const english = row !== undefined && language === "en" && column("products", "name_en")[row];
  return english || (row !== undefined && column("products", "name")[row]) || id;
}

function nameOfPlace(id) {
  const row = placeRow.get(id);
  return (row !== undefined && column("places", "name")[row]) || id || "–";
}

function namesOfProducts(ids) {
  return (ids || []).map(nameOfProduct).join(", ");
}

/* The place and all below it. */
function placesWithin(id) {
  const parents = column("places", "parent");
  const ids = column("places", "id");
  const within = new Set([id]);
  let grew = true;
  while (grew) {
    const before = within.size;
    ids.forEach((one, row) => {
      if (parents[row] !== null && within.has(parents[row])) {
        within.add(one);
      }
    });
    grew = within.size > before;
  }
  return within;
}

/* Places as choices, each below its parent, with how deep it stands. */
function placeTree() {
  const ids = column("places", "id");
  const parents = column("places", "parent");
  const below = new Map();
  ids.forEach((id, row) => {
    const parent = placeRow.has(parents[row]) ? parents[row] : null;
    below.set(parent, (below.get(parent) || []).concat(id));
  });
  const ordered = [];
  function visit(parent, depth) {
    (below.get(parent) || []).sort((a, b) => collator.compare(nameOfPlace(a), nameOfPlace(b)))
      .forEach((id) => {
        ordered.push({ id, depth });
        visit(id, depth + 1);
      });
  }
  visit(null, 0);
  return ordered;
}

/* A name that opens the actor in the section of the chain. */
function actorButton(id) {
  if (!chain.rowOf.has(id)) {
    return nameOfActor(id);
  }
  return button(nameOfActor(id), { class: "name", click: () => showActor(id, true) });
}

/* "12 cooperatives": how many of a kind. */
function countOfKind(kind, count) {
  return sayCount("count_" + kind, count);
}
