#!/usr/bin/python3
"""Writes a chain that is hard to analyse, as JSON Lines: `shapes.py SHAPE SIZE > FILE`. What each
shape is made of, and what its size counts, stands beside its name below.

`shapes.py` alone lists the shapes with the size that `scripts/bench --shapes` gives them.
"""
import math
import random
import sys

SHAPES = {}
BATCH = 10000


def shape(size):
    """A function from its size to lines, and the size it is usually run at."""
    def add(function):
        SHAPES[function.__name__] = (size, function)
        return function
    return add


def product(id_):
    return f'{{"product": {{"id": "{id_}"}}}}\n'


def node(id_, kind, *products, more=""):
    listed = ", ".join(f'"{p}"' for p in products)
    listed = f', "products": [{listed}]' if products else ""
    return f'{{"node": {{"id": "{id_}", "kind": "{kind}"{listed}{more}}}}}\n'


def supply(source, target, more=""):
    return (f'{{"link": {{"source": "{source}", "target": "{target}", "kind": "supply"{more}}}}}\n')


def member(source, target):
    return f'{{"link": {{"source": "{source}", "target": "{target}", "kind": "membership"}}}}\n'


@shape(50000)
def cooperatives_linked(size):
    """Actors: six in ten are cooperatives, each of which sells to three buyers and to two of
    the next hundred cooperatives; the rest are buyers. Nearly everyone reaches most buyers."""
    chance = random.Random(size)
    count = size * 6 // 10
    buyers = size - count
    for i in range(buyers):
        yield node(f"e{i}", "enterprise")
    for i in range(count):
        yield node(f"c{i}", "cooperative", more=f', "members": {chance.randint(7, 300)}')
        for _ in range(3):
            yield supply(f"c{i}", f"e{chance.randrange(buyers)}")
        for _ in range(2 if i + 1 < count else 0):
            yield supply(f"c{i}", f"c{chance.randrange(i + 1, min(i + 101, count))}")


def dense_trade(size, target_of):
    """A cooperative for each of `size` enterprises, each of which sells to ten others."""
    chance = random.Random(size)
    for i in range(size):
        yield node(f"e{i}", "enterprise")
        yield node(f"c{i}", "cooperative", more=', "members": 100')
        yield supply(f"c{i}", f"e{i}")
        for _ in range(10):
            j = target_of(chance, i)
            if j != i:
                yield supply(f"e{i}", f"e{j}")


@shape(20000)
def trade_acyclic(size):
    """Enterprises, each of which buys of one cooperative and sells to ten of the next hundred."""
    return dense_trade(size, lambda chance, i: chance.randrange(i, min(i + 101, size)))


@shape(20000)
def trade_cyclic(size):
    """Enterprises, each of which buys of one cooperative and sells to ten others, anywhere."""
    return dense_trade(size, lambda chance, i: chance.randrange(size))


@shape(1000000)
def chain(size):
    """Links: cooperatives in a row, the last of which sells to the buyer."""
    yield node("e", "enterprise")
    for i in range(size):
        yield node(f"c{i}", "cooperative")
        yield supply(f"c{i}", f"c{i + 1}" if i + 1 < size else "e")


@shape(10000000)
def members_counted(size):
    """Households in one record, of one cooperative."""
    yield node("e", "enterprise") + node("c", "cooperative") + supply("c", "e")
    yield node("f", "farmer", more=f', "count": {size}') + member("f", "c")


@shape(10000000)
def members_listed(size):
    """Households with a record each, of one cooperative."""
    yield node("e", "enterprise") + node("c", "cooperative") + supply("c", "e")
    for i in range(size):
        yield node(f"f{i}", "farmer") + member(f"f{i}", "c")


@shape(1000000)
def farmers_all_unlike(size):
    """Households; no two have the same two cooperatives and products, so that none fold."""
    count = max(2 * math.isqrt(size) + 2, size * 3 // 1000)
    buyers = max(1, count * 2 // 3)
    for i in range(buyers):
        yield node(f"e{i}", "enterprise")
    for i in range(count):
        yield node(f"c{i}", "cooperative") + supply(f"c{i}", f"e{i % buyers}")
    for i in range(size):
        first, step = i % count, 1 + i // count
        yield (node(f"f{i}", "farmer", f"p{i % 7}") + member(f"f{i}", f"c{first}")
               + member(f"f{i}", f"c{(first + step) % count}"))


def with_products(size, listing):
    """Actors, of which the first `listing` cooperatives and enterprises list products of 5,000."""
    chance = random.Random(size)
    count = size * 6 // 10
    buyers = size - count
    for i in range(5000):
        yield product(f"p{i}")
    for i in range(buyers):
        listed = [f"p{i % 5000}"] if i < listing else []
        yield node(f"e{i}", "enterprise", *listed)
    for i in range(count):
        listed = [f"p{i % 5000}", f"p{(i + 7) % 5000}"] if i < listing else []
        yield node(f"c{i}", "cooperative", *listed, more=', "members": 50')
        for j in [i, chance.randrange(buyers)]:
            yield supply(f"c{i}", f"e{j % buyers}")
    for i in range(size * 10):
        yield node(f"f{i}", "farmer") + member(f"f{i}", f"c{i % count}")


@shape(50000)
def products_of_few(size):
    """Actors, of whom 10,000 list one or two of 5,000 products, and ten households for each."""
    return with_products(size, 5000)


@shape(50000)
def products_of_none(size):
    """Actors, of whom none lists any of 5,000 products, and ten households for each."""
    return with_products(size, 0)


def write(lines, stream):
    batch = []
    for line in lines:
        batch.append(line)
        if len(batch) == BATCH:
            stream.write("".join(batch))
            batch.clear()
    stream.write("".join(batch))


def main():
    if len(sys.argv) == 1:
        for name, (size, function) in SHAPES.items():
            print(f"{name} {size}: {' '.join(function.__doc__.split())}")
    elif len(sys.argv) == 3 and sys.argv[1] in SHAPES and sys.argv[2].isdigit():
        write(SHAPES[sys.argv[1]][1](int(sys.argv[2])), sys.stdout)
    else:
        sys.exit("usage: shapes.py [SHAPE SIZE]")


if __name__ == "__main__":
    main()
