"""Alternatives that came and went, said once."""

from __future__ import annotations

from specfold.compare.union_facts import join_groups


def test_groups_that_share_a_position_are_one() -> None:
    """Groups of positions on two sides are joined where they share one on either side, and stay apart where not."""
    groups = [((0,), (0, 1)), ((3,), (4, 5)), ((1, 2), (1,))]

    joined = join_groups(groups)

    assert joined == (((0, 1, 2), (0, 1)), ((3,), (4, 5)))
