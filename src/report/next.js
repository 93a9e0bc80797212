/* What to do next: steps that follow from the figures, the ones that help most people first. */

/* The fewest of those without a buyer who hold a third of the households without one; `twice` where
 * their households are surely not as many as the sum says. */
function heaviest(kind) {
  const list = unlinkedOfKind(kind);
  const all = sum(list.map((row) => row.households_uncovered));
  let held = 0;
  let count = 0;
  while (count < list.length && held < all / 3) {
    held += list[count].households_uncovered;
    count += 1;
  }
  const households = coverageOfKind("farmer");
  const none = households === null ? 0 : households.active - households.covered;
  return all > 0 ? { count, held, share: held / all, twice: all > none } : null;
}

function stepOfHeaviest(kind) {
  const top = heaviest(kind);
  const who = kind === "cooperative" ? kind : "other";
  return top === null || top.count === 0 ? null : {
    text: sayCount(top.twice ? "step_largest_" + who : "step_heaviest_" + who, top.count,
      { held: number(top.held), share: percent(top.share) }),
    households: !top.twice && top.count > 1,
    label: say("open_register"),
    go: () => showRegister({}),
  };
}

/* Households stand in no register: where the report is about them, the flows show them. */
function stepOfFarmers(kind) {
  const of = coverageOfKind(kind);
  return kind !== "farmer" || of.active === of.covered ? null : {
    text: sayCount("step_farmers", of.active - of.covered),
    label: say("open_flows"),
    go: () => scrollTo(document.getElementById("flows")),
  };
}

/* Reasons that an office can do something about by itself. */
function stepsOfReasons(kind) {
  return ["lapsed", "isolated", "buyer_inactive", "product_mismatch", "dead_end", "upcoming"]
    .map((linkage) => {
      const list = unlinkedOfKind(kind).filter((row) => row.linkage === linkage);
      return { linkage, count: list.length, held: sum(list.map((row) => row.households_uncovered)) };
    })
    .filter((one) => one.count > 0)
    .sort((a, b) => b.held - a.held || b.count - a.count)
    .slice(0, 3)
    .map((one) => ({
      text: say("step_" + one.linkage, { who: countOfKind(kind, one.count),
        held: number(one.held) }),
      households: one.count > 1 && one.held > 0,
      label: say("open_list"),
      go: () => showRegister({ linkage: one.linkage }),
    }));
}

function stepOfContracts() {
  const all = rows("contracts").find((row) => row.scope === "all");
  return !all || !(all.ending_12_months > 0) ? null : {
    text: sayCount("step_ending", all.ending_12_months),
    label: say("open_markets"),
    go: () => scrollTo(document.getElementById("markets")),
  };
}

function stepOfGaps() {
  const list = rows("gaps").filter((row) => row.kind === "cooperative");
  const known = list.filter((row) => row.unsold_kg !== null);
  return list.length === 0 ? null : {
    text: sayCount("step_gaps", list.length) + (known.length > 0
      ? " " + say("step_gaps_tonnes", { tonnes: tonnes(sum(known.map((row) => row.unsold_kg))) })
      : ""),
    label: say("open_register"),
    go: () => showRegister({ table: "gaps" }),
  };
}

function stepOfCritical() {
  const worst = mostCritical();
  return worst === null ? null : {
    text: say("step_critical", { name: nameOfActor(worst.id), loss: leaning(worst) }),
    label: say("open_critical"),
    go: () => scrollTo(document.getElementById("critical")),
  };
}

function buildNext() {
  const part = section("next", say("next_title"), null);
  const kind = kindInQuestion();
  const steps = kind === null ? [] : [stepOfFarmers(kind), stepOfHeaviest(kind),
    ...stepsOfReasons(kind), stepOfCritical(), stepOfContracts(), stepOfGaps()]
    .filter((step) => step !== null);
  if (steps.length === 0) {
    return append(part, [el("p", null, say("next_nothing"))]);
  }
  part.append(el("ol", { class: "steps" }, steps.map((step) => el("li", null,
    el("p", null, step.text), button(step.label, { class: "plain", click: step.go })))));
  return append(part, [steps.some((step) => step.households)
    ? el("p", { class: "aside" }, say("step_households")) : null]);
}
