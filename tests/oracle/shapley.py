"""The Shapley value of buyers in the game "a household is covered if one of its first buyers
stays"."""
import math
from itertools import combinations


def by_formula(buyer, first_buyers):
    """“the sum over those reached of 1 / (number of their first buyers)”; `first_buyers` holds one
    set for each household."""
    return math.fsum(1.0 / len(buyers) for buyers in first_buyers if buyer in buyers)


def by_definition(buyer, first_buyers):
    """The mean, over all orders in which the buyers may arrive, of the households covered by the
    buyer's arrival (Shapley 1953). Exponential in the number of buyers: for small cases only."""
    others = sorted(set().union(*first_buyers) - {buyer})
    orders = math.factorial(len(others) + 1)
    value = 0.0
    for size in range(len(others) + 1):
        weight = math.factorial(size) * math.factorial(len(others) - size) / orders
        for coalition in combinations(others, size):
            present = set(coalition)
            newly = sum(1 for buyers in first_buyers if buyer in buyers and not buyers & present)
            value += weight * newly
    return value
