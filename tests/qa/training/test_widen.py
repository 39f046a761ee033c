"""What was cut from a network comes back, and what is said stays as it was learnt since."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from qa.training.narrow import narrow
from qa.training.network import ReaderNetwork
from qa.training.widen import widen
from tests.qa.training.test_narrow import SHAPE, _batch, _network, _say


def _narrowed(whole: ReaderNetwork) -> ReaderNetwork:
    """Of ``whole`` three heads and ten neurons, a little further on."""
    cut = narrow(whole, [_batch()], heads=3, inner=10, seed=1).eval()
    torch.manual_seed(5)
    with torch.no_grad():
        for parameter in cut.parameters():
            parameter.add_(0.01 * torch.randn_like(parameter))
    return cut


def test_with_nothing_of_what_comes_back_the_same_is_said() -> None:
    whole, batch = _network(), _batch()
    cut = _narrowed(whole)

    wider = widen(cut, whole, share=0.0).eval()

    assert wider.shape == SHAPE
    for before, after in zip(_say(cut, batch), _say(wider, batch), strict=True):
        torch.testing.assert_close(after, before, atol=1e-5, rtol=1e-5)


def test_what_comes_back_speaks_with_its_share_and_in_its_own_place() -> None:
    whole = _network()
    cut = narrow(whole, [_batch()], heads=3, inner=10, seed=1).eval()

    wider = widen(cut, whole, share=0.25)

    for was, now in zip(whole.encoder.layers, wider.encoder.layers, strict=True):
        # Ten of the twelve neurons were kept as they were, and two are a quarter of what they were.
        shares = (now.outer.weight / was.outer.weight).detach().mean(dim=0)
        assert sorted(round(float(share), 3) for share in shares) == [0.25] * 2 + [1.0] * 10
        # Of the four heads of four, the inputs of three are as they were.
        shares = (now.attended.weight / was.attended.weight).detach().mean(dim=0)
        assert sorted(round(float(share), 3) for share in shares) == [0.25] * 4 + [1.0] * 12
        torch.testing.assert_close(now.qkv.weight, was.qkv.weight)


def test_a_network_that_was_cut_from_another_is_told() -> None:
    other = ReaderNetwork(replace(SHAPE, layers=1), dropout=0.0)
    with pytest.raises(ValueError, match="was not cut from"):
        widen(_network(), other, share=0.0)


def test_a_network_of_the_same_layers_that_was_cut_from_another_is_told() -> None:
    torch.manual_seed(11)
    stranger = ReaderNetwork(replace(SHAPE, heads=1, inner=2), dropout=0.0)
    with pytest.raises(ValueError, match="the reader was cut from another"):
        widen(stranger, _network(), share=0.0)


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_share_that_is_none_is_told(share: float) -> None:
    with pytest.raises(ValueError, match=f"but it is {share}"):
        widen(_network(), _network(), share=share)
