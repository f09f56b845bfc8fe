"""Stations and their latest water levels."""

from collections import Mapping, namedtuple

Level = namedtuple("Level", "station centimetres")


def merge(stations, extra):
    """The stations with those of `extra` on top; `extra` maps names to levels."""
    if not isinstance(extra, Mapping):
        raise TypeError("extra must be a mapping")
    return {**stations, **extra}


def highest( stations ):
    name = max(stations, key=stations.get)
    return Level(name, stations[name])
