/* The chain: actors, links, and the layer of each product, in which goods flow from source to
 * target. A node handles a product if it lists it or lists nothing; a link carries it likewise. In
 * its layer stand active nodes that handle it and active membership and supply links, of sources
 * that sell, that carry it. The unstated product "*" has what lists nothing. */
const UNSTATED = "*";

const chain = {
  ids: column("nodes", "id"),
  kinds: column("nodes", "kind"),
  lists: column("nodes", "products"),
  isActive: column("nodes", "active"),
  isBuyer: column("nodes", "buyer"),
  sells: column("nodes", "sells"),
  sources: [],
  targets: [],
  carried: column("links", "products"),
  layers: null,
  around: null,
};
chain.rowOf = indexOf(chain.ids);
chain.sources = column("links", "source").map((id) => chain.rowOf.get(id));
chain.targets = column("links", "target").map((id) => chain.rowOf.get(id));

function listsNothing(list) {
  return !list || list.length === 0;
}

function handles(list, product) {
  return product === UNSTATED ? listsNothing(list) : listsNothing(list) || list.includes(product);
}

/* Is an active buyer in the layer of the product? */
function buysIn(row, product) {
  return chain.isActive[row] && chain.isBuyer[row] && handles(chain.lists[row], product);
}

/* The products in whose layers a link stands. */
function productsOfLink(link, all) {
  const lists = [chain.carried[link], chain.lists[chain.sources[link]],
    chain.lists[chain.targets[link]]];
  const shortest = lists.find((list) => !listsNothing(list));
  return (shortest || all).filter((product) => lists.every((list) => handles(list, product)));
}

/* For each product its links, as rows of the table of links. */
function makeLayers() {
  const kinds = column("links", "kind");
  const active = column("links", "active");
  const all = column("products", "id").concat(UNSTATED);
  const layers = new Map();
  chain.sources.forEach((source, link) => {
    if (!active[link] || kinds[link] === "input" || chain.sells[source] === false ||
        source === chain.targets[link]) {
      return;
    }
    productsOfLink(link, all).forEach((product) => {
      if (!layers.has(product)) {
        layers.set(product, { product, links: [], into: null, outOf: null, reaches: null });
      }
      layers.get(product).links.push(link);
    });
  });
  return layers;
}

function layersOfChain() {
  chain.layers = chain.layers || makeLayers();
  return chain.layers;
}

/* The links at each end, as one array with offsets. */
function gather(links, ends) {
  const first = new Int32Array(chain.ids.length + 1);
  links.forEach((link) => {
    first[ends[link] + 1] += 1;
  });
  for (let row = 0; row < chain.ids.length; row += 1) {
    first[row + 1] += first[row];
  }
  const next = first.slice();
  const items = new Int32Array(links.length);
  links.forEach((link) => {
    items[next[ends[link]]] = link;
    next[ends[link]] += 1;
  });
  return { first, items };
}

/* Who reaches an active buyer within the layer, once `gone` is no longer there: 1, else 0. */
function reachesWithin(layer, gone) {
  layer.into = layer.into || gather(layer.links, chain.targets);
  const reaches = new Uint8Array(chain.ids.length);
  const stack = [];
  layer.links.forEach((link) => {
    const buyer = chain.targets[link];
    if (!reaches[buyer] && buyer !== gone && buysIn(buyer, layer.product)) {
      reaches[buyer] = 1;
      stack.push(buyer);
    }
  });
  while (stack.length > 0) {
    const row = stack.pop();
    for (let at = layer.into.first[row]; at < layer.into.first[row + 1]; at += 1) {
      const source = chain.sources[layer.into.items[at]];
      if (!reaches[source] && source !== gone) {
        reaches[source] = 1;
        stack.push(source);
      }
    }
  }
  return reaches;
}

function reachesOf(layer) {
  layer.reaches = layer.reaches || reachesWithin(layer, -1);
  return layer.reaches;
}

/* Every link of each actor, market link or not: what its neighbours are. */
function linksAround() {
  if (chain.around === null) {
    const all = chain.sources.map((_, link) => link);
    chain.around = { into: gather(all, chain.targets), outOf: gather(all, chain.sources) };
  }
  return chain.around;
}

function linksOf(ends, row) {
  return Array.from(ends.items.subarray(ends.first[row], ends.first[row + 1]));
}
