"""Concentration on buyers. Herfindahl (1950): the sum of squared shares."""
import math


def concentration(links, volumes_serve=True):
    """The columns `buyers top_buyer top_share hhi basis` over these links to buyers.

    “Shares are by `volume_kg` (`basis` is `volume`) where every link concerned has one above 0,
    else equal for each distinct buyer (`basis` is `equal`). HHI = sum of squared shares. Ties for
    the top go to the smaller id”, sums compared as rounded to 6 decimals.
    """
    buyers = sorted({link.target for link in links})
    by_volume = volumes_serve and all(link.volume_kg is not None and link.volume_kg > 0
                                      for link in links)
    if by_volume:
        weight = {buyer: math.fsum(link.volume_kg for link in links if link.target == buyer)
                  for buyer in buyers}
    else:
        weight = {buyer: 1.0 for buyer in buyers}
    total = math.fsum(weight.values())
    top = min(buyers, key=lambda buyer: (-round(weight[buyer], 6), buyer))
    return {"buyers": len(buyers), "top_buyer": top, "top_share": weight[top] / total,
            "hhi": math.fsum((weight[buyer] / total) ** 2 for buyer in buyers),
            "basis": "volume" if by_volume else "equal"}


def known_volume_kg(links):
    """“the sum of those known, null if none”."""
    return sum_of_known(link.volume_kg for link in links)


def sum_of_known(amounts):
    """The sum of those known, None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return math.fsum(known) if known else None
