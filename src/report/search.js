/* Looking for an actor: a combobox after the pattern of the ARIA guide, blind to marks and case. */
const MOST_FOUND = 12;
let searchTexts = null;

/* Actors whose name or id holds every word; those that begin with it first, farmers last. */
function findActors(wanted) {
  const words = folded(wanted).split(" ");
  searchTexts = searchTexts || chain.ids.map((id, row) => folded((node.name[row] || "") + " " + id +
    " " + (node.place_name[row] || "")));
  const found = [];
  searchTexts.forEach((text, row) => {
    if (holdsWords(text, words)) {
      found.push(row);
    }
  });
  const whole = folded(wanted);
  const order = (row) => (node.kind[row] === "farmer" ? 2 : 0) +
    (searchTexts[row].startsWith(whole) ? 0 : 1);
  return found.map((row) => [order(row), row]).sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, row]) => row);
}

function buildSearch() {
  const listId = newId("found");
  const list = el("ul", { class: "found", role: "listbox", id: listId,
    "aria-label": say("found_label"), hidden: true });
  const input = el("input", { type: "text", role: "combobox", autocomplete: "off",
    spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": listId, placeholder: say("search_actor_hint"),
    input: () => open(), keydown: (event) => onInputKey(event),
    blur: () => setTimeout(close, 150) });
  let at = -1;

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(row) {
    input.value = nameOfActor(chain.ids[row]);
    close();
    showActor(chain.ids[row], false);
  }

  function open() {
    const text = input.value.trim();
    const found = text === "" ? [] : findActors(text);
    close();
    list.replaceChildren(...found.slice(0, MOST_FOUND).map((row) => el("li", { role: "option",
      id: newId("option"), "aria-selected": "false", "data-row": row,
      pointerdown: (event) => event.preventDefault(), click: () => choose(row) },
    nameOfActor(chain.ids[row]), " ", el("span", { class: "note" },
      [capital(term(node.kind[row])), node.place_name[row]].filter((one) => one).join(" · ")))));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    if (text !== "") {
      announce(sayCount("found", found.length));
    }
  }

  function move(step) {
    const options = Array.from(list.children);
    if (list.hidden || options.length === 0) {
      return;
    }
    at = (at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    options[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[at].id);
  }

  function onInputKey(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        open();
      }
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && list.children.length > 0 && !list.hidden) {
      event.preventDefault();
      choose(Number(list.children[Math.max(0, at)].getAttribute("data-row")));
    } else if (event.key === "Escape") {
      if (list.hidden) {
        input.value = "";
      }
      close();
    }
  }

  return el("div", { class: "finder" },
    el("label", { class: "field wide" }, el("span", null, say("search_actor")), input), list);
}
