/* The tables of the report, as they stand in the page: column by column. */
const report = JSON.parse(document.getElementById("vclink-data").textContent);

/* The values of a column; none where the table or the column is missing. */
function column(table, name) {
  const found = report.tables[table];
  const index = found ? found.columns.findIndex((one) => one.name === name) : -1;
  return index < 0 ? [] : found.values[index];
}

/* What is said about a column: its label, its description, its unit. */
function columnOf(table, name) {
  const found = report.tables[table];
  return (found && found.columns.find((one) => one.name === name)) || null;
}

function rowCount(table) {
  const found = report.tables[table];
  return found && found.values.length > 0 ? found.values[0].length : 0;
}

const rowsMade = new Map();

/* The rows of a table as objects, the same ones each time: copy before you sort. */
function rows(table) {
  if (!rowsMade.has(table)) {
    rowsMade.set(table, report.tables[table] ? makeRows(report.tables[table]) : []);
  }
  return rowsMade.get(table);
}

function makeRows(found) {
  const names = found.columns.map((one) => one.name);
  const count = found.values.length > 0 ? found.values[0].length : 0;
  return Array.from({ length: count }, (_, row) => {
    const object = {};
    names.forEach((name, index) => {
      object[name] = found.values[index][row];
    });
    return object;
  });
}

/* Where each value of a column stands. */
function indexOf(values) {
  const index = new Map();
  values.forEach((value, row) => index.set(value, row));
  return index;
}

function sum(values) {
  return values.reduce((total, value) => total + (value || 0), 0);
}
