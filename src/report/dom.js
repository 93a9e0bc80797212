/* Elements of HTML and SVG. What the data says reaches the page as text or as a safe attribute. */
const SVG = "http://www.w3.org/2000/svg";
const UNSAFE = /^(?:on|href$|src$|style$|srcdoc$|action$|formaction$)/i;

function append(parent, children) {
  children.flat().forEach((child) => {
    if (child !== null && child !== undefined && child !== false) {
      parent.append(child);
    }
  });
  return parent;
}

/* Sets attributes; functions become listeners. Names that could run something are refused. */
function dress(element, attributes) {
  Object.keys(attributes || {}).forEach((name) => {
    const value = attributes[name];
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (UNSAFE.test(name)) {
      throw new Error("attribute " + name);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  });
  return element;
}

/* On narrow screens rows are laid out otherwise; a table whose parts are no longer shown as such
 * keeps its meaning to screen readers only if its roles are spelled out. */
const TABLE_ROLES = { table: "table", thead: "rowgroup", tbody: "rowgroup", tr: "row", td: "cell",
  th: "columnheader" };

function roleOf(tag, attributes) {
  return tag === "th" && attributes && attributes.scope === "row" ? "rowheader" : TABLE_ROLES[tag];
}

function el(tag, attributes, ...children) {
  const element = dress(document.createElement(tag), attributes);
  const role = roleOf(tag, attributes);
  return append(role ? dress(element, { role }) : element, children);
}

function svg(tag, attributes, ...children) {
  return append(dress(document.createElementNS(SVG, tag), attributes), children);
}

/* A link within the page. */
function jump(target, text, name) {
  const link = el("a", { class: name });
  link.textContent = text;
  link.href = "#" + target;
  return link;
}

function button(text, attributes) {
  return el("button", Object.assign({ type: "button" }, attributes), text);
}

/* Says something to those who listen to the page rather than look at it. */
function announce(text) {
  document.getElementById("live").textContent = text;
}

let lastId = 0;

function newId(prefix) {
  lastId += 1;
  return prefix + "-" + lastId;
}

/* A screen as narrow as a telephone's; charts that are drawn are then drawn smaller. */
const narrowScreen = window.matchMedia("screen and (max-width: 44rem)");

function isStill() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function scrollTo(element) {
  element.scrollIntoView({ behavior: isStill() ? "auto" : "smooth", block: "start" });
}
