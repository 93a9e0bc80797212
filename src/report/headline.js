/* The answer first: how many cooperatives have no buyer. */
var data = JSON.parse(document.getElementById("vclink-data").textContent);
var vietnamese = data.language === "vi";

function cell(table, name, row) {
    var columns = data.tables[table].columns.map(function (column) { return column.name; });
    return data.tables[table].values[columns.indexOf(name)][row];
}

function add(tag, text) {
    var element = document.createElement(tag);
    element.textContent = text;
    document.getElementById("report").appendChild(element);
}

add("h1", data.dataset.name || "vclink");
add("p", vietnamese
    ? cell("summary", "cooperatives_uncovered", 0) + " / " +
      cell("summary", "cooperatives_active", 0) + " hợp tác xã đang hoạt động chưa có đầu ra."
    : cell("summary", "cooperatives_uncovered", 0) + " of " +
      cell("summary", "cooperatives_active", 0) + " active cooperatives have no buyer.");
