/* CSV of what is shown, for a spreadsheet: with a byte-order mark, so that it reads the marks, and
 * with an apostrophe before what it would take for a formula. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;

function csvCell(value) {
  if (value === null || value === undefined) {
    return "";
  }
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  const text = Array.isArray(value) ? value.join(";") : value;
  const guarded = FORMULA.test(text) ? "'" + text : text;
  return /[",\r\n;]/.test(guarded) ? '"' + guarded.replace(/"/g, '""') + '"' : guarded;
}

function csvText(heads, lines) {
  return "\ufeff" + [heads].concat(lines).map((line) =>
    line.map(csvCell).join(",") + "\r\n").join("");
}

/* A plain name for a file, from whatever the dataset is called. */
function fileName(what) {
  const name = folded(report.dataset.name || "vclink").replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return (name || "vclink") + "-" + what + ".csv";
}

function download(name, text) {
  const link = el("a", { download: name, class: "unseen" });
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
