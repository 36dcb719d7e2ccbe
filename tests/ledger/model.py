#!/usr/bin/env python3
"""model.py SEED VERBS [WRITERS] - the ledger's verbs at random, against a model of what they should do

The desk is $ST_HOME's. Without WRITERS verbs come one after another, at times of the model's, and after each the exit status
and the noun's lists must be the model's; now and then all lists. With WRITERS so many threads run VERBS each at once, on
names of their own and by the clock, and at the end the lists must be what all models have together.

A noun is a class: draw() makes up a command line, does it to the model, and says its exit status; lists() gives the
commands that list the noun, with the rows they should print. A noun that comes is a class more in NOUNS.
"""
import copy
import datetime
import json
import os
import random
import subprocess
import sys
import threading

DAY = datetime.timedelta(days=1)


def text_of(time):
    return str(time)  # YYYY-MM-DD HH:MM:SS[.ffffff], as the ledger has it


def row(**keys):
    """A record: what is missing is left out, a name that is "" too."""
    return {k: v for k, v in keys.items() if v is not None and v != ""}


def say(strategy="", instrument="", why=None, dashes=("--strategy=%s", "--instrument=%s", "--why=%s")):
    return [d % v for d, v in zip(dashes, (strategy, instrument, why)) if v]


class Names:
    def __init__(self, writer):
        self.instruments = [i + writer for i in ("CORN", "GOLD")]
        self.strategies = [s + writer for s in ("fast", "slow")]

    def instrument(self, r):
        return r.choice(self.instruments)

    def strategy(self, r):
        return r.choice(self.strategies)

    def of(self, r, alone):
        """Of a strategy, an instrument, or both; of everything too when nobody else is there."""
        which = r.choice([1, 2, 3] + [0] * alone)
        return (self.strategy(r) if which & 1 else "", self.instrument(r) if which & 2 else "")


def why_of(r):
    return r.choice([None, None, "by hand", 'he said "no", twice; \u00fc'])


class Locks:
    def __init__(self):
        self.held = {}

    def draw(self, r, names, now, alone):
        verb = r.choice(["add", "add", "remove"] + ["clear"] * alone)
        return getattr(self, verb)(r, names, now)

    def add(self, r, names, now):
        why, before = why_of(r), len(self.held)
        instruments = [names.instrument(r) for _ in range(r.randint(1, 3))]
        for i in instruments:
            self.held.setdefault((i, "user"), (now, why))
        return ["st-lock", "add", *instruments, *say(why=why)], len(self.held) == before

    def remove(self, r, names, now):
        owner, before = r.choice([None, None, "break"]), len(self.held)
        instruments = [names.instrument(r) for _ in range(r.randint(1, 2))]
        for i in instruments:
            self.held.pop((i, owner or "user"), None)
        return ["st-lock", "remove", *instruments] + (["--owner=" + owner] if owner else []), len(self.held) == before

    def clear(self, r, names, now):
        yes, before = r.random() < 0.5, len(self.held)
        if yes:
            self.held.clear()
        return ["st-lock", "clear"] + ["-y"] * yes, not (yes and before)

    def lists(self, now):
        yield ["st-lock", "list"], [row(instrument=i, owner=o, time=text_of(t), why=w) for (i, o), (t, w) in sorted(self.held.items())]


class Overrides:
    NAMES = {0.0: "close", -1.0: "no-trading", -2.0: "reduce-only"}
    WORDS = {"none": 1.0, "close": 0.0, "no-trading": -1.0, "notrade": -1.0, "reduce-only": -2.0, "reduce": -2.0, "Close": 0.0,
             "0": 0.0, "1": 1.0, "0.5": 0.5, ".25": 0.25, "1e-3": 0.001, "1.0": 1.0}

    def __init__(self):
        self.set = {}

    def draw(self, r, names, now, alone):
        if alone and r.random() < 0.1:
            return self.clear(r)
        key, word, why, before = names.of(r, False), r.choice(list(self.WORDS)), why_of(r), dict(self.set)
        self.set[key] = (self.WORDS[word], why)
        if self.WORDS[word] == 1:
            del self.set[key]
        return ["st-override", "set", word, *say(*key, why)], self.set == before

    def clear(self, r):
        yes, before = r.random() < 0.5, len(self.set)
        if yes:
            self.set.clear()
        return ["st-override", "clear"] + ["-y"] * yes, not (yes and before)

    def lists(self, now):
        yield ["st-override", "list"], [row(strategy=s, instrument=i, value=v, name=self.NAMES.get(v, "multiplier"), why=w)
                                        for (s, i), (v, w) in sorted(self.set.items())]


class TradeLimits:
    def __init__(self):
        self.limit = {}  # most, used, time of the last reset

    def draw(self, r, names, now, alone):
        verb = r.choice(["set", "set", "set", "reset", "remove"] + ["reset_all"] * alone)
        before = dict(self.limit)
        arguments, refused = getattr(self, verb)(r, names, now)
        return ["st-limit", "trade", *arguments], refused or self.limit == before

    def due(self, key, now):
        return now - self.limit[key][2] > key[2] * DAY

    def which(self, r, names):
        instrument, strategy, days = names.instrument(r), r.choice(["", names.strategy(r)]), r.choice([None, 1, 1, 2, 30])
        return strategy, instrument, days, say(strategy, instrument) + ([f"--days={days}"] if days else [])

    def set(self, r, names, now):
        strategy, instrument, days, arguments = self.which(r, names)
        key, most = (instrument, strategy, days or 1), r.choice([0, 1, 5, 10, 1000000000])
        used, reset = (0, now) if key not in self.limit or self.due(key, now) else self.limit[key][1:]
        self.limit[key] = (most, used, reset)
        return ["set", str(most), *arguments], False

    def reset(self, r, names, now):
        strategy, instrument, days, arguments = self.which(r, names)
        for key, (most, _, _) in self.limit.items():
            if key[:2] == (instrument, strategy) and days in (None, key[2]):
                self.limit[key] = (most, 0, now)
        return ["reset", *arguments], False

    def remove(self, r, names, now):
        strategy, instrument, days, arguments = self.which(r, names)
        self.limit = {k: v for k, v in self.limit.items() if k[:2] != (instrument, strategy) or days not in (None, k[2])}
        return ["remove", *arguments], False

    def reset_all(self, r, names, now):
        yes = r.random() < 0.6
        if yes:
            self.limit = {key: (most, 0, now) for key, (most, _, _) in self.limit.items()}
        return ["reset", "--all"] + ["-y"] * yes, not yes

    def lists(self, now):
        yield ["st-limit", "trade", "list"], [
            row(strategy=k[1], instrument=k[0], days=k[2], most=most, used=used,
                remaining=most if self.due(k, now) else max(most - used, 0), reset_time=text_of(reset), due=self.due(k, now))
            for k, (most, used, reset) in sorted(self.limit.items())]


class PositionLimits:
    def __init__(self):
        self.limit = {}

    def draw(self, r, names, now, alone):
        before = dict(self.limit)
        key = (names.instrument(r), r.choice(["", names.strategy(r)]))
        word = r.choice(["remove", "none", "-1", "0", "1", "25", "-25", "1000000000"])
        if word in ("remove", "none", "-1"):
            self.limit.pop(key, None)
        else:
            self.limit[key] = abs(int(word))
        verb = ["remove"] if word == "remove" else ["set", word]
        return ["st-limit", "position", *verb, *say(key[1], key[0])], self.limit == before

    def lists(self, now):
        yield ["st-limit", "position", "list"], [row(strategy=s, instrument=i, most=m) for (i, s), m in sorted(self.limit.items())]


class Halts:
    KINDS = ["halt", "reduce-only"]

    def __init__(self):
        self.stands = {}

    def draw(self, r, names, now, alone):
        verb = r.choice(["halt", "halt", "resume"] + ["resume_all"] * alone)
        before = dict(self.stands)
        arguments, refused = getattr(self, verb)(r, names, now, alone)
        return arguments, refused or self.stands == before

    def halt(self, r, names, now, alone):
        key, kind, why = names.of(r, alone), r.choice(self.KINDS), why_of(r)
        self.stands.setdefault((*key, kind, "user"), (now, why))
        return ["st-halt", *say(*key, why)] + ["--reduce-only"] * (kind == "reduce-only"), False

    def resume(self, r, names, now, alone):
        key = r.choice(list(self.stands) or [names.of(r, alone)])[:2] if r.random() < 0.6 else names.of(r, alone)
        kind, by, yes = r.choice([None, *self.KINDS]), r.choice(["user", "user", "user", "drawdown"]), r.random() < 0.8
        if yes:
            self.stands = {k: v for k, v in self.stands.items() if k[:2] != key or kind not in (None, k[2]) or k[3] != by}
        arguments = say(*key) + ([f"--kind={kind}"] if kind else []) + ([f"--by={by}"] if by != "user" else []) + ["-y"] * yes
        return ["st-resume", *arguments], not yes

    def resume_all(self, r, names, now, alone):
        yes = r.random() < 0.5
        if yes:
            self.stands = {}
        return ["st-resume", "--all"] + ["-y"] * yes, not yes

    def lists(self, now):
        yield ["st-halt", "list"], [row(strategy=s, instrument=i, kind=k, by=b, time=text_of(t), why=w)
                                    for (s, i, k, b), (t, w) in sorted(self.stands.items())]


class Refused:
    """What is an error, whatever there is."""
    LINES = ["st-lock add", "st-lock add CO/RN", "st-lock nope", "st-override set 2 -i CORN", "st-override set close",
             "st-override set half -i CORN", "st-limit trade set -1 -i CORN", "st-limit trade set 1", "st-limit trade reset",
             "st-limit position set 1.5 -i CORN", "st-limit trade set 1 -i CORN --days=0", "st-limit trade", "st-halt CORN",
             "st-halt -i", "st-resume CORN", "st-resume --all -i CORN", "st-lock add CORN --now=2000-01-01"]

    def draw(self, r, names, now, alone):
        return r.choice(self.LINES).split(), 2

    def lists(self, now):
        return []


NOUNS = [Locks, Overrides, TradeLimits, PositionLimits, Halts, Refused]


class Wrong(Exception):
    pass


def run(arguments, now=None):
    environment = dict(os.environ, **({"ST_NOW": text_of(now)} if now else {}))
    return subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, env=environment, encoding="utf-8")


def one_verb(r, nouns, names, now, alone):
    """Draw a verb, run it, check its status. With -n it must say what the verb itself would, and do nothing."""
    n = r.choices(range(len(nouns)), [10] * (len(nouns) - 1) + [2])[0]
    drawn = copy.deepcopy(nouns[n])
    arguments, status = drawn.draw(r, names, now, alone)
    dry = r.random() < 0.1 and status != 2 and "clear" not in arguments and "--all" not in arguments and arguments[0] != "st-resume"
    if not dry:
        nouns[n] = drawn
    done = run(arguments + ["-n"] * dry, now if alone else None)
    if done.returncode != int(status):
        raise Wrong(f"{arguments + ['-n'] * dry}: status {done.returncode}, not {int(status)}: {done.stderr}")
    return n


def check_list(arguments, want, now, timed):
    done = run(arguments, now)
    got = [json.loads(line) for line in done.stdout.splitlines()]
    for record in [] if timed else got + want:
        record.pop("time", None)
        record.pop("reset_time", None)
    if done.returncode or got != want:
        raise Wrong(f"{arguments}: status {done.returncode} {done.stderr}\nlisted: {got}\nshould: {want}")


def check_lists(nouns, now, timed):
    for noun in nouns:
        for arguments, want in noun.lists(now):
            check_list(arguments, want, now if timed else None, timed)


def one_after_another(seed, verbs):
    r, names, nouns = random.Random(seed), Names(""), [noun() for noun in NOUNS]
    now = datetime.datetime(2020, 1, 3, 14)
    for i in range(verbs):
        now += r.choice([0, 0, 1, 1, 2]) * DAY or datetime.timedelta(microseconds=r.choice([0, 1, 10**6, r.randrange(3 * 86400 * 10**6)]))
        try:
            n = one_verb(r, nouns, names, now, True)
            check_lists(nouns if i % 20 == 19 or i == verbs - 1 else [nouns[n]], now, True)
        except Wrong as w:
            sys.exit(f"model.py: seed {seed}, verb {i + 1}, at {now}: {w}")


def at_once(seed, verbs, writers):
    models, wrong = [None] * writers, []

    def write(k):
        r, names, nouns = random.Random(f"{seed}.{k}"), Names(f"-{k}"), [noun() for noun in NOUNS]
        now = datetime.datetime(2020, 1, 1)
        models[k] = nouns
        try:
            for _ in range(verbs):
                now += datetime.timedelta(microseconds=1)
                one_verb(r, nouns, names, now, False)
        except Wrong as w:
            wrong.append(f"model.py: seed {seed}, writer {k}: {w}")

    threads = [threading.Thread(target=write, args=(k,)) for k in range(writers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if wrong:
        sys.exit("\n".join(wrong))
    together = [noun() for noun in NOUNS]
    for nouns in models:
        for all_of_it, part in zip(together, nouns):
            for attribute, there_is in vars(part).items():
                getattr(all_of_it, attribute).update(there_is)
    try:
        check_lists(together, datetime.datetime(2020, 1, 1), False)
    except Wrong as w:
        sys.exit(f"model.py: seed {seed}, {writers} writers: {w}")


if __name__ == "__main__":
    numbers = [int(a) for a in sys.argv[1:]]
    (at_once if len(numbers) > 2 else one_after_another)(*numbers)
