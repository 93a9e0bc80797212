/* The rows of the register: what may be asked of them and in which order they stand. */

/* Rows of `unlinked` or `gaps` with the actor's products and the text that is searched. */
function registerRows(table) {
  return rows(table).map((row) => {
    const at = chain.rowOf.get(row.id);
    row.products = (at !== undefined && node.products[at]) || [];
    row.text = folded([row.id, row.name || "", row.place_name || "",
      placeAbove(row.place), row.products.map((id) => productWords(id)).join(" "),
      (own(words, row.sector) || [row.sector || ""]).join(" ")].join(" "));
    return row;
  });
}

/* The names of the places around a place, from near to far. */
function placeAbove(id) {
  const parents = column("places", "parent");
  const names = [];
  let row = placeRow.get(id);
  while (row !== undefined && parents[row] !== null) {
    row = placeRow.get(parents[row]);
    names.push(row === undefined ? "" : column("places", "name")[row] || "");
  }
  return names.join(" ");
}

function productWords(id) {
  const row = productRow.get(id);
  return row === undefined ? id
    : [column("products", "name")[row] || id, column("products", "name_en")[row] || ""].join(" ");
}

/* Every word that is looked for must stand somewhere in the row. */
function holdsWords(text, wanted) {
  return wanted.every((word) => text.includes(word));
}

function filterRows(list, asked) {
  const wanted = folded(asked.text).split(" ");
  const within = asked.place ? placesWithin(asked.place) : null;
  const products = asked.table === "gaps" ? "missing_products" : "products";
  return list.filter((row) =>
    (!asked.kind || row.kind === asked.kind) &&
    (!asked.linkage || row.linkage === asked.linkage) &&
    (!asked.sector || row.sector === asked.sector) &&
    (!asked.product || row[products].includes(asked.product)) &&
    (within === null || within.has(row.place)) &&
    holdsWords(row.text, wanted));
}

/* What a cell is compared by: the words that are shown, or the number. */
function sortValue(row, name) {
  switch (name) {
    case "name": return row.name || row.id;
    case "kind": case "linkage": return row[name] && term(row[name]);
    case "sector": return row.sector && term(row.sector);
    case "place_name": return row.place_name || row.place;
    case "products": case "missing_products": return namesOfProducts(row[name]) || null;
    default: return row[name];
  }
}

/* Sorted by a column, what is unknown last; equal rows by rank. */
function sortRows(list, name, descending) {
  const sign = descending ? -1 : 1;
  return list.map((row) => [sortValue(row, name), row]).sort(([a, rowA], [b, rowB]) => {
    if (a === null || b === null || a === undefined || b === undefined) {
      return (a === null || a === undefined) - (b === null || b === undefined) ||
        rowA.rank - rowB.rank;
    }
    const order = typeof a === "number" ? a - b : collator.compare(a, b);
    return sign * order || rowA.rank - rowB.rank;
  }).map(([, row]) => row);
}

/* The choices that the rows offer for a column, with how many each has. */
function choicesOf(list, values, label) {
  const counts = new Map();
  list.forEach((row) => values(row).forEach((value) => {
    if (value !== null && value !== undefined) {
      counts.set(value, (counts.get(value) || 0) + 1);
    }
  }));
  return Array.from(counts).map(([value, count]) => [value, label(value), count])
    .sort((a, b) => collator.compare(a[1], b[1]))
    .map(([value, text, count]) => [value, `${text} (${number(count)})`]);
}
