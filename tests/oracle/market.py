"""The unfolded market: every household its own vertex, every product its own layer, plain searches.

Nothing is folded and nothing is clever: what is lost with an actor is found by deleting the actor
and searching again.
"""
from dataclasses import dataclass
from functools import cached_property

from chain import SELLING_KINDS, UNSTATED, Node
from implied import implied_members

UNITS_AT_MOST = 300_000


@dataclass
class Unit:
    """One actor: a household (of a record or implied) or an organisation or enterprise."""
    node: Node           # its record; of an implied household, its organisation's
    kind: str
    implied: bool
    active: bool
    sells: bool
    buyer: bool

    @property
    def may_be_covered(self):
        """“A farmer, group, cooperative or union that sells and is not itself a buyer”."""
        return self.active and self.kind in SELLING_KINDS and self.sells and not self.buyer


def unfold(chain):
    """All actors. “A farmer record counts `count`”; implied members are “as one more farmer record
    with that count and the organisation's place, sector, products and status”."""
    implied = implied_members(chain)
    total = sum(node.count for node in chain.nodes.values()) + sum(implied.values())
    if total > UNITS_AT_MOST:
        raise ValueError(f"{total} actors: the oracle unfolds {UNITS_AT_MOST} at most")
    units = []
    for id_ in sorted(chain.nodes):
        node = chain.nodes[id_]
        for _ in range(node.count):
            units.append(Unit(node, node.kind, False, node.active, node.sells, node.buyer))
        for _ in range(implied.get(id_, 0)):
            units.append(Unit(node, "farmer", True, node.stated_status == "active", True, False))
    return units


def lists_or_any(products, layer):
    """“A node handles product p if it lists p or lists nothing; a link carries p if it lists p or
    lists nothing.” The layer `*` “holds only nodes and links that list nothing”."""
    return not products or layer in products


class Layer:
    """The layer of one product: who stands in it, and the links in it, by their two ends."""

    def __init__(self, members, buyers):
        self.members = members
        self.buyers = buyers
        self.out_of = {}
        self.into = {}

    @cached_property
    def reaching_buyers(self):
        """The buyers, and all that lead to one."""
        return self.reaching(self.buyers)

    def join(self, source, target):
        """Adds the link from source to target, where both stand in the layer."""
        if source in self.members and target in self.members:
            self.out_of.setdefault(source, set()).add(target)
            self.into.setdefault(target, set()).add(source)

    def reaching(self, targets, gone=None, closed=frozenset()):
        """All that reach one of `targets`, these included, by paths without `gone` and without a
        unit of `closed` inside."""
        found = {target for target in targets if target in self.members and target != gone}
        waiting = list(found)
        while waiting:
            for before in self.into.get(waiting.pop(), ()):
                if before not in found and before != gone:
                    found.add(before)
                    if before not in closed:
                        waiting.append(before)
        return found


class Market:
    """Coverage, first buyers and losses of a chain. Units are known by their place in `units`."""

    def __init__(self, chain):
        self.chain = chain
        self.units = unfold(chain)
        self.of_record = {id_: [] for id_ in chain.nodes}
        self.implied_of = {}
        for at, unit in enumerate(self.units):
            owner = self.implied_of.setdefault(unit.node.id, []) if unit.implied \
                else self.of_record[unit.node.id]
            owner.append(at)
        self.layers = {layer: self.build_layer(layer) for layer in chain.products + [UNSTATED]}
        self.find_coverage()
        self.find_first_buyers()

    def build_layer(self, name):
        """“In the layer of p stand the active nodes that handle p, and the active membership and
        supply links that carry p between them.”"""
        members = {at for at, unit in enumerate(self.units)
                   if unit.active and lists_or_any(unit.node.products, name)}
        layer = Layer(members, {at for at in members if self.units[at].buyer})
        for link in self.chain.trade:
            if lists_or_any(link.products, name):
                for source in self.of_record[link.source]:
                    for target in self.of_record[link.target]:
                        layer.join(source, target)
        for organisation, households in self.implied_of.items():
            for household in households:
                layer.join(household, self.of_record[organisation][0])
        return layer

    def find_coverage(self):
        """“covered for p if in layer p a path leads from it to an active buyer … direct (for p) if
        one of its own links in a layer (in layer p) ends at a buyer”."""
        self.covered_in, self.direct_in = {}, {}
        for name, layer in self.layers.items():
            self.covered_in[name] = self.coverable(layer.reaching_buyers)
            self.direct_in[name] = {at for at in self.covered_in[name]
                                    if layer.out_of.get(at, set()) & layer.buyers}
        self.covered = set().union(*self.covered_in.values())
        self.direct = set().union(*self.direct_in.values())

    def coverable(self, found):
        """Those of `found` who may be covered at all."""
        return {at for at in found if self.units[at].may_be_covered}

    def find_first_buyers(self):
        """“Its first buyers are the buyers it reaches by paths with no other buyer inside, over all
        layers”; `upstream` are “those that reach b by any path in a layer, through other buyers
        too”."""
        self.first_buyers = {at: set() for at in self.covered}
        self.upstream_of = {at: set() for at, unit in enumerate(self.units)
                            if unit.buyer and unit.active}
        for layer in self.layers.values():
            for buyer in layer.buyers:
                for at in self.coverable(layer.reaching([buyer], closed=layer.buyers)):
                    self.first_buyers[at].add(buyer)
                self.upstream_of[buyer] |= self.coverable(layer.reaching([buyer]))

    def losses(self, gone):
        """Who “reach no buyer in any layer once v is gone”, and who “lose at least one of the
        layers they were covered in”; “v itself not counted”."""
        still, hurt = set(), set()
        for name, layer in self.layers.items():
            before = self.covered_in[name]
            after = before
            if gone in layer.members:
                after = before & layer.reaching(layer.buyers, gone=gone)
            still |= after
            hurt |= before - after
        return self.covered - still - {gone}, hurt - {gone}

    def households_reaching(self, targets):
        """The households that reach one of `targets` in some layer, the households among these
        targets included."""
        found = set()
        for layer in self.layers.values():
            found |= layer.reaching(targets)
        return {at for at in found if self.units[at].kind == "farmer"}

    def number(self, found, kind):
        """How many of `found` are of this kind."""
        return sum(1 for at in found if self.units[at].kind == kind)
