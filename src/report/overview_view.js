/* Moving over the picture of the chain: mouse, touch, keys and buttons. */

/* Zooms by `factor` so that the point under x, y stays where it is. */
function zoomAt(factor, x, y) {
  const scale = Math.max(1, Math.min(60, picture.scale * factor));
  const change = scale / picture.scale;
  picture.left = x - (x - picture.left) * change;
  picture.top = y - (y - picture.top) * change;
  picture.scale = scale;
  keepInside();
  redraw();
}

function zoomMiddle(factor) {
  zoomAt(factor, picture.width / 2, picture.height / 2);
}

function moveBy(dx, dy) {
  picture.left += dx;
  picture.top += dy;
  keepInside();
  redraw();
}

function keepInside() {
  const spare = (size) => size * (picture.scale - 1);
  picture.left = Math.min(0, Math.max(-spare(picture.width), picture.left));
  picture.top = Math.min(0, Math.max(-spare(picture.height), picture.top));
}

function wholePicture() {
  Object.assign(picture, { scale: 1, left: 0, top: 0 });
  redraw();
}

/* The actor under a point, or -1. */
function actorAt(x, y) {
  let best = -1;
  let nearest = Math.max(12, radiusOf() + 4) ** 2;
  picture.points.forEach((_, row) => {
    const [px, py] = placeOf(row);
    const distance = (px - x) ** 2 + (py - y) ** 2;
    if (distance < nearest) {
      nearest = distance;
      best = row;
    }
  });
  return best;
}

/* Lights an actor with all that runs through it; in a large chain also moves to it. */
function lightActor(row) {
  picture.chosen = row;
  picture.lit = row < 0 ? null : linksThrough(row);
  redraw();
}

function onKey(event) {
  const step = 60;
  const acts = {
    ArrowLeft: () => moveBy(step, 0),
    ArrowRight: () => moveBy(-step, 0),
    ArrowUp: () => moveBy(0, step),
    ArrowDown: () => moveBy(0, -step),
    "+": () => zoomMiddle(1.4),
    "=": () => zoomMiddle(1.4),
    "-": () => zoomMiddle(1 / 1.4),
    0: wholePicture,
  };
  if (acts[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
    acts[event.key]();
    event.preventDefault();
  }
}

/* One pointer drags, two pinch; a press that does not move chooses an actor. */
function followPointers(canvas) {
  const down = new Map();
  let moved = 0;
  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const spread = () => {
    const [a, b] = Array.from(down.values());
    return [Math.hypot(a[0] - b[0], a[1] - b[1]), (a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, point(event));
    moved = down.size > 1 ? 100 : 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) {
      canvas.classList.toggle("over", actorAt(...point(event)) >= 0);
      return;
    }
    const before = down.size === 2 ? spread() : down.get(event.pointerId);
    down.set(event.pointerId, point(event));
    if (down.size === 2) {
      const now = spread();
      zoomAt(now[0] / Math.max(1, before[0]), now[1], now[2]);
      return;
    }
    const [x, y] = down.get(event.pointerId);
    moved += Math.abs(x - before[0]) + Math.abs(y - before[1]);
    moveBy(x - before[0], y - before[1]);
  });
  canvas.addEventListener("pointerup", (event) => {
    const row = moved < 5 && down.size === 1 ? actorAt(...point(event)) : -1;
    down.delete(event.pointerId);
    if (row >= 0) {
      showActor(chain.ids[row], false);
    }
  });
  canvas.addEventListener("pointercancel", (event) => down.delete(event.pointerId));
}

/* The wheel turns the page until the picture has been pressed or tabbed to. */
function followWheel(frame) {
  frame.addEventListener("wheel", (event) => {
    if (event.ctrlKey || frame.contains(document.activeElement)) {
      const box = picture.canvas.getBoundingClientRect();
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
    }
  }, { passive: false });
}

function pictureLegend() {
  return legend([["fill-good", say("legend_reaches")], ["fill-bad", say("legend_not")],
    ["fill-buyer", say("legend_buyer")], ["fill-quiet", say("legend_quiet")]]);
}

/* The picture with its buttons; null where the report has no layout. */
function buildPicture() {
  if (rowCount("layout") === 0) {
    return null;
  }
  if (picture.points === null) {
    preparePicture();
  }
  const canvas = el("canvas", { class: "canvas", "aria-hidden": "true" });
  const frame = el("div", { class: "picture", role: "group", tabindex: "0",
    "aria-label": say("picture_label"), keydown: onKey }, canvas,
  el("div", { class: "zoom" },
    button("+", { "aria-label": say("zoom_in"), click: () => zoomMiddle(1.5) }),
    button("−", { "aria-label": say("zoom_out"), click: () => zoomMiddle(1 / 1.5) }),
    button("⤢", { "aria-label": say("zoom_all"), click: () => {
      lightActor(-1);
      wholePicture();
    } })));
  picture.canvas = canvas;
  picture.context = canvas.getContext("2d");
  followPointers(canvas);
  followWheel(frame);
  new ResizeObserver(() => {
    const box = canvas.getBoundingClientRect();
    const first = picture.width === 0;
    picture.width = box.width;
    picture.height = box.height;
    if (first) {
      wholePicture();
    }
    keepInside();
    redraw();
  }).observe(canvas);
  return el("div", null, frame, pictureLegend(), el("p", { class: "aside" }, say("picture_help")));
}
