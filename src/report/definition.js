/* What a figure means, a click away: a small button beside it opens its definition. */
let openDefinition = null;

function closeDefinition(back) {
  if (openDefinition === null) {
    return;
  }
  const { panel, opener } = openDefinition;
  openDefinition = null;
  panel.remove();
  opener.setAttribute("aria-expanded", "false");
  opener.removeAttribute("aria-controls");
  if (back) {
    opener.focus();
  }
}

/* Beside the button, within the window. */
function placePanel(panel, opener) {
  const box = opener.getBoundingClientRect();
  const width = Math.min(340, document.documentElement.clientWidth - 24);
  const left = Math.max(12, Math.min(box.left - 20,
    document.documentElement.clientWidth - width - 12));
  panel.style.width = width + "px";
  panel.style.left = left + window.scrollX + "px";
  panel.style.top = box.bottom + window.scrollY + 6 + "px";
}

function showDefinition(opener, title, paragraphs, source) {
  const panel = el("div", { class: "definition", id: newId("definition"), role: "dialog",
    "aria-label": title, tabindex: "-1" },
    el("strong", null, title),
    paragraphs.map((text) => el("p", null, text)),
    source ? el("p", { class: "source" }, say("in_table") + " ", el("code", null, source)) : null,
    button(say("close"), { class: "plain", click: () => closeDefinition(true) }));
  document.body.append(panel);
  placePanel(panel, opener);
  opener.setAttribute("aria-expanded", "true");
  opener.setAttribute("aria-controls", panel.id);
  openDefinition = { panel, opener };
  panel.focus({ preventScroll: true });
}

function definitionButton(title, content) {
  return button("?", {
    class: "what",
    "aria-expanded": "false",
    "aria-label": say("meaning_of", { name: title }),
    click: (event) => {
      const opener = event.currentTarget;
      const wasOpen = openDefinition !== null && openDefinition.opener === opener;
      event.stopPropagation();
      closeDefinition(false);
      if (!wasOpen) {
        const { paragraphs, source } = content();
        showDefinition(opener, title, paragraphs, source);
      }
    },
  });
}

/* The definition of a column as the table itself gives it; `more` is a sentence of our own. */
function meaning(table, name, more) {
  const about = columnOf(table, name);
  if (about === null) {
    return null;
  }
  return definitionButton(labelOf(about.label), () => {
    const unit = about.unit ? labelOf(report.units[about.unit] || [about.unit, about.unit]) : "";
    const said = capital(labelOf(about.description)) + ".";
    return {
      paragraphs: [said, unit ? say("unit") + " " + unit + "." : "", more ? say(more) : ""]
        .filter((text) => text !== ""),
      source: table + "." + name,
    };
  });
}

/* A definition in our own words alone. */
function explanation(titleKey, ...keys) {
  return definitionButton(say(titleKey), () => ({ paragraphs: keys.map((key) => say(key)) }));
}

document.addEventListener("click", (event) => {
  if (openDefinition !== null && !openDefinition.panel.contains(event.target)) {
    closeDefinition(false);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeDefinition(true);
  }
});
document.addEventListener("focusin", (event) => {
  if (openDefinition !== null && !openDefinition.panel.contains(event.target) &&
      event.target !== openDefinition.opener) {
    closeDefinition(false);
  }
});
