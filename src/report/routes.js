/* Ways to a buyer: who is covered, by which path, and who is stranded if somebody leaves. */

/* Does the question of a buyer arise for this actor at all? */
function isSeller(row) {
  return chain.isActive[row] && chain.sells[row] !== false && !chain.isBuyer[row] &&
    chain.kinds[row] !== "enterprise";
}

/* The products for which a seller is covered, in the order of the products. */
function coveredProducts(row) {
  if (!isSeller(row)) {
    return [];
  }
  const layers = layersOfChain();
  return column("products", "id").concat(UNSTATED).filter((product) =>
    layers.has(product) && reachesOf(layers.get(product))[row] === 1);
}

/* The shortest way from an actor to an active buyer within the layer of a product: the rows of its
 * links, first to last; null if there is none. Among the shortest the first by the order of the
 * links. */
function wayToBuyer(row, product) {
  const layer = layersOfChain().get(product);
  if (layer === undefined || !isSeller(row) || reachesOf(layer)[row] === 0) {
    return null;
  }
  layer.outOf = layer.outOf || gather(layer.links, chain.sources);
  const by = new Map([[row, -1]]);
  const queue = [row];
  for (let head = 0; head < queue.length; head += 1) {
    const here = queue[head];
    if (here !== row && buysIn(here, product)) {
      return linksBackFrom(here, row, by);
    }
    for (let at = layer.outOf.first[here]; at < layer.outOf.first[here + 1]; at += 1) {
      const link = layer.outOf.items[at];
      if (!by.has(chain.targets[link])) {
        by.set(chain.targets[link], link);
        queue.push(chain.targets[link]);
      }
    }
  }
  return null;
}

function linksBackFrom(end, start, by) {
  const way = [];
  for (let here = end; here !== start; here = chain.sources[by.get(here)]) {
    way.push(by.get(here));
  }
  return way.reverse();
}

/* "direct", "indirect", "uncovered", or null where the question does not arise: what the column
 * `coverage` says, found anew from the links. */
function coverageOf(row) {
  if (!isSeller(row)) {
    return null;
  }
  const products = coveredProducts(row);
  if (products.length === 0) {
    return "uncovered";
  }
  return products.some((product) => wayToBuyer(row, product).length === 1) ? "direct" : "indirect";
}

/* Those who reach a buyer now and would reach none if `gone` left: rows, `gone` itself aside. */
function strandedBy(gone) {
  const before = new Uint8Array(chain.ids.length);
  const after = new Uint8Array(chain.ids.length);
  layersOfChain().forEach((layer) => {
    const now = reachesOf(layer);
    const then = handles(chain.lists[gone], layer.product) ? reachesWithin(layer, gone) : now;
    now.forEach((reaches, row) => {
      before[row] |= reaches;
      after[row] |= then[row];
    });
  });
  const rowsStranded = [];
  before.forEach((reached, row) => {
    if (reached && !after[row] && row !== gone && isSeller(row)) {
      rowsStranded.push(row);
    }
  });
  return rowsStranded;
}

/* Everyone from whom a path leads to the actor or to whom one leads from it, within layers; for the
 * overview. Rows of links. */
function linksThrough(row) {
  const found = new Set();
  layersOfChain().forEach((layer) => {
    layer.into = layer.into || gather(layer.links, chain.targets);
    layer.outOf = layer.outOf || gather(layer.links, chain.sources);
    [[layer.into, chain.sources], [layer.outOf, chain.targets]].forEach(([ends, others]) => {
      const seen = new Set([row]);
      const stack = [row];
      while (stack.length > 0) {
        const here = stack.pop();
        for (let at = ends.first[here]; at < ends.first[here + 1]; at += 1) {
          const link = ends.items[at];
          found.add(link);
          if (!seen.has(others[link])) {
            seen.add(others[link]);
            stack.push(others[link]);
          }
        }
      }
    });
  });
  return found;
}
