"""Chance and dates: what a recipe draws from."""
import random


def words(text):
    """"lychee*3 tea" is lychee three times and tea once: a bag to draw from."""
    bag = []
    for word in text.split():
        name, _, times = word.partition("*")
        bag += [name] * int(times or 1)
    return bag


class Dice:
    """One seeded stream. Only random() is used: its numbers are the same in every Python."""

    def __init__(self, seed):
        self._random = random.Random(seed).random

    def below(self, n):
        return int(self._random() * n)

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def percent(self, chance):
        return self.below(100) < chance

    def pick(self, bag):
        return bag[self.below(len(bag))]

    def pick_early(self, bag):
        """The earlier, the likelier: a few buyers take much, as in real markets."""
        return bag[min(self.below(len(bag)), self.below(len(bag)))]

    def shuffled(self, items):
        items = list(items)
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]
        return items


class Calendar:
    """Dates around an as-of day: contracts that run, that ran out, and that are still to begin."""

    def __init__(self, as_of, future_starts):
        year = int(as_of[:4])
        self.as_of = as_of
        self.starts = (f"{year - 2}-01-01", f"{year - 1}-01-01", f"{year - 1}-06-01",
                       f"{year}-01-01", f"{year}-03-15")
        self.ends = (f"{year}-12-31", f"{year + 1}-06-30", f"{year + 1}-12-31",
                     f"{year + 2}-12-31", f"{year + 4}-12-31")
        self.past_ends = (f"{year - 2}-12-31", f"{year - 1}-12-31", f"{year}-06-30")
        self.future_starts = future_starts
        self.future_ends = (f"{year + 1}-12-31", f"{year + 2}-12-31")
