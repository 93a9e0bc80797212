/* The page as a whole: its head, its contents, its sections, and what happens on a switch. */
const SECTIONS = [["answer", buildAnswer], ["next", buildNext], ["flows", buildFlows],
  ["register", buildRegister], ["coverage", buildCoverage], ["map", buildMap],
  ["buyers", buildBuyers], ["critical", buildCritical], ["markets", buildMarkets],
  ["chain", buildChain]];

function themeNow() {
  return document.documentElement.getAttribute("data-theme");
}

function setTheme(theme) {
  document.documentElement.setAttribute("data-theme", theme);
  redraw();
}

function asOfSentence() {
  const asOf = report.options.as_of || report.dataset.as_of;
  return asOf ? say("as_of", { date: date(asOf) }) : say("no_as_of");
}

function buildTop() {
  const top = document.getElementById("top");
  const without = report.options.without || [];
  const dark = button(say("dark"), { class: "theme", "aria-pressed": String(themeNow() === "dark"),
    click: (event) => {
      setTheme(themeNow() === "dark" ? "light" : "dark");
      event.currentTarget.setAttribute("aria-pressed", String(themeNow() === "dark"));
    } });
  top.replaceChildren(
    el("div", { class: "title" },
      el("p", { class: "kicker" }, say("kicker")),
      el("p", { class: "dataset" }, el("strong", null, report.dataset.name || say("unnamed")),
        el("span", null, asOfSentence()))),
    el("div", { class: "tools" },
      switcher(say("language"), [["vi", "Tiếng Việt"], ["en", "English"]], language,
        switchLanguage),
      dark, button(say("print"), { class: "print", click: () => window.print() })));
  if (without.length > 0) {
    top.append(el("p", { class: "without" },
      say("what_if", { names: without.map(nameOfActor).join(", ") })));
  }
}

function buildContents() {
  const contents = document.getElementById("contents");
  contents.setAttribute("aria-label", say("contents"));
  contents.replaceChildren(el("ul", null, SECTIONS.filter(([id]) => document.getElementById(id))
    .map(([id]) => el("li", null, jump(id, say("nav_" + id), "")))));
}

function buildFoot() {
  const source = report.dataset.source;
  document.getElementById("foot").replaceChildren(...[
    source ? el("p", null, el("strong", null, say("source")), " ", source) : null,
    el("p", null, say("counts", { nodes: number(column("summary", "nodes")[0]),
      links: number(column("summary", "links")[0]),
      products: number(column("summary", "products")[0]),
      places: number(column("summary", "places")[0]) })),
    report.organisations_only ? el("p", null, say("organisations_only")) : null,
    el("p", null, say("made_by", { version: report.tool.version })),
  ].filter((one) => one !== null));
}

function buildSections() {
  document.getElementById("report").replaceChildren(
    ...SECTIONS.map(([, build]) => build()).filter((part) => part !== null));
}

/* All that has words in it, in the language of now. */
function buildPage() {
  const name = report.dataset.name;
  closeDefinition(false);
  document.documentElement.lang = language;
  document.title = name ? say("page_title", { name }) : say("page_title_unnamed");
  const skip = document.getElementById("skip");
  skip.textContent = say("skip");
  buildTop();
  buildSections();
  buildContents();
  buildFoot();
}

/* Keeps the reader where they were: the same section at the same height, the same button. */
function switchLanguage(wanted) {
  const anchor = SECTIONS.map(([id]) => document.getElementById(id)).filter((part) => part !== null)
    .find((part) => part.getBoundingClientRect().bottom > 80);
  const before = anchor ? anchor.getBoundingClientRect().top : 0;
  setLanguage(wanted);
  buildPage();
  if (anchor) {
    window.scrollBy(0, document.getElementById(anchor.id).getBoundingClientRect().top - before);
  }
  document.querySelector('#top .switch [aria-pressed="true"]').focus({ preventScroll: true });
  announce(say("language_is"));
}

/* The contents show where the reader is. */
function followReading() {
  let waiting = false;
  function mark() {
    waiting = false;
    const here = SECTIONS.map(([id]) => document.getElementById(id)).filter((part) =>
      part !== null && part.getBoundingClientRect().top < window.innerHeight * 0.35).pop();
    document.querySelectorAll("#contents a").forEach((link) => {
      if (here && link.hash === "#" + here.id) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    });
  }
  window.addEventListener("scroll", () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(mark);
    }
  }, { passive: true });
}

const darkWanted = window.matchMedia("(prefers-color-scheme: dark)");
setTheme(darkWanted.matches ? "dark" : "light");
darkWanted.addEventListener("change", (event) => {
  setTheme(event.matches ? "dark" : "light");
  buildTop();
});
/* Charts are drawn for the width of the screen; on paper they stay as they are. */
let printing = false;
narrowScreen.addEventListener("change", () => {
  SECTIONS.filter(([id]) => ["flows", "map"].includes(id) && document.getElementById(id) !== null &&
    !printing).forEach(([id, build]) => document.getElementById(id).replaceWith(build()));
});
window.addEventListener("beforeprint", () => {
  printing = true;
  closeDefinition(false);
});
window.addEventListener("afterprint", () => {
  printing = false;
});
buildPage();
followReading();
performance.mark("vclink-ready");
document.documentElement.dataset.ready = "true";
