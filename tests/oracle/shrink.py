"""Makes a failing chain small: drops nodes, links, fields and lists as long as it still fails."""
import copy

TRIES_AT_MOST = 3000


def shrink(dataset, options, fails):
    """The smallest dataset and options found for which `fails(dataset, options)` still holds."""
    search = Search(copy.deepcopy(dataset), copy.deepcopy(options), fails)
    while search.tries < TRIES_AT_MOST and (search.drop_nodes() or search.drop_links()
                                            or search.drop_options() or search.drop_fields()):
        pass
    return search.dataset, search.options


class Search:
    """A greedy search. Each `drop_` says whether it made the chain smaller."""

    def __init__(self, dataset, options, fails):
        self.dataset = dataset
        self.options = options
        self.fails = fails
        self.tries = 0

    def attempt(self, dataset, options):
        """Keeps the smaller chain if it fails too."""
        self.tries += 1
        if self.tries > TRIES_AT_MOST or not self.fails(dataset, options):
            return False
        self.dataset, self.options = dataset, options
        return True

    def drop_nodes(self):
        """Nodes, with the links at them and the options that name them."""
        return self.drop_slices("nodes", self.without_nodes)

    def drop_links(self):
        """Links."""
        return self.drop_slices("links", lambda links: ({**self.dataset, "links": links},
                                                        self.options))

    def drop_slices(self, kind, rest):
        """Halves first, then ever smaller slices, down to single records."""
        smaller = False
        size = max(1, len(self.dataset[kind]) // 2)
        while True:
            start = 0
            while start < len(self.dataset[kind]):
                records = self.dataset[kind]
                if self.attempt(*rest(records[:start] + records[start + size:])):
                    smaller = True
                else:
                    start += size
            if size == 1:
                return smaller
            size //= 2

    def without_nodes(self, nodes):
        """The chain with these nodes alone."""
        ids = {str(node["id"]) for node in nodes}
        links = [link for link in self.dataset["links"]
                 if str(link["source"]) in ids and str(link["target"]) in ids]
        without = [id_ for id_ in self.options["without"] if id_ in ids]
        return ({**self.dataset, "nodes": nodes, "links": links},
                {**self.options, "without": without})

    def drop_options(self):
        """Options, the `graph`, the lists of products and places."""
        smaller = False
        for id_ in list(self.options["without"]):
            without = [other for other in self.options["without"] if other != id_]
            smaller |= self.attempt(self.dataset, {**self.options, "without": without})
        if self.options["as_of"]:
            smaller |= self.attempt(self.dataset, {**self.options, "as_of": None})
        for key in sorted(set(self.dataset) - {"nodes", "links"}):
            rest = {name: value for name, value in self.dataset.items() if name != key}
            smaller |= self.attempt(rest, self.options)
        return smaller

    def drop_fields(self):
        """Optional fields of nodes and links."""
        smaller = False
        for kind, needed in (("nodes", ("id", "kind")), ("links", ("source", "target"))):
            for position in range(len(self.dataset[kind])):
                for field in list(self.dataset[kind][position]):
                    if field not in needed:
                        smaller |= self.drop_field(kind, position, field)
        return smaller

    def drop_field(self, kind, position, field):
        """One field of one record."""
        records = list(self.dataset[kind])
        records[position] = {name: value for name, value in records[position].items()
                             if name != field}
        return self.attempt({**self.dataset, kind: records}, self.options)
