"""All tables of `vclink analyze`, by brute force on the unfolded chain.

    /usr/bin/python3 tests/oracle/tables.py FILE [--as-of DATE] [--without ID]...

prints them as the program would, though without its schema.
"""
import argparse
import json
import sys
import unicodedata

import chain as chains
from centrality import Centralities
from linkage import Linkages
from market import Market
from rows_actors import buyers_rows, centrality_rows, critical_rows, gaps_rows, unlinked_rows
from rows_coverage import coverage_rows, summary_rows
from rows_network import handled_rows, links_rows, nodes_rows, places_rows, products_rows
from rows_trade import contracts_rows, dependence_rows, flows_rows, markets_rows


class Analysis:
    """A chain with its `market`, `linkages` and `tables` (by name, in the contract's order)."""

    def __init__(self, chain):
        self.chain = chain
        self.market = market = Market(chain)
        self.linkages = linkages = Linkages(chain, market)
        self.centralities = centralities = Centralities(chain, market)
        self.tables = {
            "summary": summary_rows(chain, market, linkages),
            "coverage": coverage_rows(chain, market),
            "unlinked": unlinked_rows(chain, market, linkages),
            "gaps": gaps_rows(chain, market, linkages),
            "buyers": buyers_rows(chain, market, centralities),
            "critical": critical_rows(chain, market),
            "centrality": centrality_rows(chain, centralities),
            "dependence": dependence_rows(chain),
            "markets": markets_rows(chain, market),
            "contracts": contracts_rows(chain, market),
            "flows": flows_rows(chain, market),
            "links": links_rows(chain, market),
            "places": places_rows(chain),
            "products": products_rows(chain),
            "handled": handled_rows(chain),
        }
        self.tables["nodes"] = nodes_rows(chain, market, linkages, centralities, self.tables)
        for rows in self.tables.values():
            for row in rows:
                row.update((column, as_shown(value)) for column, value in row.items())


def as_shown(value):
    """“Text is UTF-8, shown as NFC.”"""
    if isinstance(value, list):
        return [as_shown(entry) for entry in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def analyse(data, as_of=None, without=()):
    """The analysis of a dataset given as bytes."""
    return Analysis(chains.read(data, as_of, without))


def metrics(analysis):
    """The tables as a metrics document; “Reals are rounded to 12 significant digits”."""
    rows_of = {name: [{column: shortened(value) for column, value in row.items()} for row in rows]
               for name, rows in analysis.tables.items()}
    return {"format": "vclink-metrics", "version": 1, "tables": rows_of}


def shortened(value):
    """A real to 12 significant digits, anything else as it is."""
    return float(f"{value:.12g}") if isinstance(value, float) else value


def main(arguments):
    parser = argparse.ArgumentParser(description="All tables, by brute force.")
    parser.add_argument("file")
    parser.add_argument("--as-of")
    parser.add_argument("--without", action="append", default=[])
    options = parser.parse_args(arguments)
    with open(options.file, "rb") as file:
        analysis = analyse(file.read(), options.as_of, options.without)
    json.dump(metrics(analysis), sys.stdout, ensure_ascii=False, indent=1, allow_nan=False)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
