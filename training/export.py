"""Write a trained Reader as the one 8-bit ONNX file that ships: `python -m training.export CHECKPOINT OUT.onnx`."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from onrecord.reading.labels import COLUMNS, LINKS
from onrecord.reading.modelfile import SCHEMA
from onrecord.reading.pieces import FEATURES
from training.encoders import load_tokenizer
from training.network import DISTANCES, Reader

OPSET = 17

# Tables smaller than this stay 32-bit: they cost nothing, and biases and norms need their precision.
LEAST_WEIGHTS = 4096


def main() -> None:
    """Export, quantise, attach tokenizer, tables and card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--card", type=Path, default=Path(__file__).parent / "card.json")
    parser.add_argument("--float", action="store_true", help="keep 32-bit weights, for comparison")
    options = parser.parse_args()
    model = Reader()
    model.load_state_dict(torch.load(options.checkpoint, weights_only=True))
    graph = traced(model.eval(), options.out)
    if not options.float:
        graph = eight_bit(graph)
    card = json.loads(options.card.read_text(encoding="utf-8"))
    described = {"card": json.dumps(card), "tables": json.dumps(tables(model)), "tokenizer": load_tokenizer().to_str()}
    attach(graph, {"onrecord.schema": SCHEMA, **{f"onrecord.{key}": value for key, value in described.items()}})
    onnx.save(graph, options.out)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB")


def traced(model: Reader, scratch: Path) -> onnx.ModelProto:
    """The 32-bit graph; batch and length are free."""
    ids = torch.ones(2, 16, dtype=torch.long)
    inputs = (ids, torch.zeros(2, 16, len(FEATURES), dtype=torch.long), torch.ones(2, 16, dtype=torch.long))
    names, outputs = ["ids", "features", "mask"], ["labels", "links", "syntax_labels", "syntax_links"]
    axes = {name: {0: "window", 1: "piece"} for name in (*names, *outputs)}
    torch.onnx.export(model, inputs, str(scratch), input_names=names, output_names=outputs, dynamic_axes=axes,
                      opset_version=OPSET, dynamo=False)  # fmt: skip
    return onnx.load(scratch)


def eight_bit(model: onnx.ModelProto) -> onnx.ModelProto:
    """Weights as symmetric 8-bit integers with one scale an output channel (of a matrix) or row (of an embedding).

    The graph multiplies them out again (DequantizeLinear), so any run time can choose its own arithmetic: integer where
    the processor has it, else 16 or 32 bit.
    """
    graph = model.graph
    uses = {name: (node.op_type, i) for node in graph.node for i, name in enumerate(node.input)}
    for tensor in list(graph.initializer):
        weights = numpy_helper.to_array(tensor)
        operation, place = uses.get(tensor.name, ("", 0))
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.size < LEAST_WEIGHTS:
            continue
        if (operation, place) not in {("MatMul", 1), ("Gather", 0)}:
            continue
        axis = 1 if operation == "MatMul" else 0
        scale = np.maximum(np.abs(weights).max(axis=1 - axis), 1e-8).astype(np.float32) / 127
        shaped = scale[None] if axis == 1 else scale[:, None]
        integers = np.clip(np.rint(weights / shaped), -127, 127).astype(np.int8)
        graph.initializer.remove(tensor)
        parts = {"int8": integers, "scale": scale, "zero": np.zeros(len(scale), np.int8)}
        names = [f"{tensor.name}_{part}" for part in parts]
        graph.initializer.extend(numpy_helper.from_array(*x) for x in zip(parts.values(), names, strict=True))
        graph.node.insert(0, helper.make_node("DequantizeLinear", names, [tensor.name], axis=axis))
    onnx.checker.check_model(model)
    return model


def tables(model: Reader) -> dict[str, object]:
    """What decoding needs beside the graph."""
    pairs = {name: torch.atleast_2d(value.detach()).tolist() for name, value in model.pairs.named_parameters()}
    return {
        "columns": COLUMNS,
        "links": LINKS,
        "distances": DISTANCES,
        "features": FEATURES,
        "transitions": {name: chain.scores().detach().tolist() for name, chain in model.chains.items()},
        "pairs": pairs,
    }


def attach(model: onnx.ModelProto, metadata: dict[str, str]) -> None:
    """Put `metadata` into the file in a fixed order, so that the same weights make the same bytes."""
    del model.metadata_props[:]
    for key, value in sorted(metadata.items()):
        model.metadata_props.add(key=key, value=value)


if __name__ == "__main__":
    main()
