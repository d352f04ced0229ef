"""The fees of the suit and who bears them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Place
from .model_civil import Fee

if TYPE_CHECKING:
    from .judgment import Judgment


def read_fees(j: Judgment) -> tuple[Fee, ...]:
    """The fees of the suit and who bears them."""
    return ()


def read_delay_notice(j: Judgment) -> Place | None:
    """The notice that late payment doubles the interest (加倍支付迟延履行期间的债务利息)."""
    return None
