/* A table that sorts by a press on its heads and shows its first rows and then a hundred more at a
 * time. On a narrow screen its rows become cards. */
const ROWS_AT_FIRST = 25;
const ROWS_AT_ONCE = 100;

/* `heads` are { name, text, number, what, cell(row) }; `state` has sort and descending. */
function grid(caption, heads, state, onSort) {
  const body = el("tbody");
  const more = moreOf(() => show(true));
  let list = [];
  let shown = 0;

  const headCells = heads.map((head) => el("th", { scope: "col",
    class: (head.number ? "number " : "") + "of-" + head.name },
    button(head.text, { class: "sort", click: () => sortBy(head) }), head.what));

  function sortBy(head) {
    state.descending = state.sort === head.name ? !state.descending : head.number === "large";
    state.sort = head.name;
    onSort();
  }

  function markSorted() {
    headCells.forEach((cell, index) => {
      if (heads[index].name === state.sort) {
        cell.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      } else {
        cell.removeAttribute("aria-sort");
      }
    });
  }

  function makeRow(row) {
    return el("tr", null, heads.map((head, index) =>
      el(index === 1 ? "th" : "td", {
        scope: index === 1 ? "row" : null,
        class: (head.number ? "number " : "") + "of-" + head.name,
        "data-label": head.text,
      }, head.cell(row))));
  }

  function show(byHand) {
    const first = shown;
    const fragment = document.createDocumentFragment();
    shown = Math.min(list.length, shown + (byHand ? ROWS_AT_ONCE
      : narrowScreen.matches ? ROWS_AT_FIRST / 2.5 : ROWS_AT_FIRST));
    list.slice(first, shown).forEach((row) => fragment.append(makeRow(row)));
    body.append(fragment);
    more.tell(list.length - shown, ROWS_AT_ONCE);
    if (byHand && body.children[first]) {
      const name = body.children[first].querySelector("button");
      if (name) {
        name.focus({ preventScroll: true });
      }
    }
  }

  function fill(rowsNow) {
    list = rowsNow;
    shown = 0;
    body.replaceChildren();
    markSorted();
    show(false);
  }

  const element = el("div", { class: "grid" },
    el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": caption },
      el("table", { class: "register" },
        el("caption", { class: "unseen" }, caption),
        el("thead", null, el("tr", null, headCells)), body)),
    more.element);
  return { element, fill };
}
