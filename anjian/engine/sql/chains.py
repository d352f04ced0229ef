"""Which documents belong together, by SQL alone: bounded memory on one machine, any number of machines on a cluster."""

from __future__ import annotations

from .queries import Engine, query


def relate(engine: Engine) -> None:
    """From the table `checked`, keep `firsts`, `edges` and `labels`: each linked document with the least of its chain.

    Then `query("together")` gives the members of chains and groups, `query("chains")` the chains for people.
    """
    for name in ("firsts", "edges", "labels"):
        engine.keep(name, query(name))
    while True:
        engine.keep("lower_labels", query("lower"))
        ((moved,),) = engine.rows(query("moved"))
        engine.rename("lower_labels", "labels")
        if not moved:
            return
