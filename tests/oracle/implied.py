"""The implied members of groups and cooperatives: members on the books whom no record stands
for."""


def implied_members(chain):
    """“A group or cooperative that sells and whose `members` exceeds the households known to belong
    to it has the difference as implied members.” By the organisation's id, above 0 only."""
    members_of = recorded_members(chain)
    implied = {}
    for kind in ("group", "cooperative"):
        for node in chain.nodes.values():
            if node.kind == kind and node.sells:
                unknown = node.members - known_households(chain, node, members_of, implied)
                if unknown > 0:
                    implied[node.id] = unknown
    return implied


def recorded_members(chain):
    """The sources of each actor's current membership links. An actor that does not sell is among
    them: “a membership still makes a household known”."""
    members_of = {}
    for link in chain.links:
        if link.stated_kind == "membership" and chain.is_current(link):
            members_of.setdefault(link.target, set()).add(link.source)
    return members_of


def known_households(chain, organisation, members_of, implied):
    """“Known are the farmer records, of any status, with a current membership link to it and, for a
    cooperative, also those with one to a group (of any status) that has a current membership link
    to the cooperative, together with that group's implied members; each once.”"""
    members = members_of.get(organisation.id, set())
    farmers = {id_ for id_ in members if chain.nodes[id_].kind == "farmer"}
    households = 0
    if organisation.kind == "cooperative":
        for group in members:
            if chain.nodes[group].kind == "group":
                farmers |= {id_ for id_ in members_of.get(group, set())
                            if chain.nodes[id_].kind == "farmer"}
                households += implied.get(group, 0)
    return households + sum(chain.nodes[id_].count for id_ in farmers)
