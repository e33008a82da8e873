"""The shipped model file rewritten with other arithmetic, for comparison."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import nncf
import numpy as np
import numpy.typing as npt
import onnx
import openvino as ov
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

Inputs = Mapping[str, npt.NDArray[np.int64]]

CALIBRATION_REQUESTS = 64


def write_variants(model: Path, folder: Path, calibration: Iterable[Inputs]) -> dict[str, Path]:
    """Files in `folder` by name: `shipped`, `float`, `dynamic 8-bit` (onnxruntime's) and `static 8-bit` (nncf's)."""
    floats, dynamic, static = folder / "float.onnx", folder / "dynamic.onnx", folder / "static.xml"
    onnx.save(with_float_weights(onnx.load(model)), floats)
    # One scale a column, as in the shipped file.
    quantize_dynamic(floats, dynamic, weight_type=QuantType.QInt8, per_channel=True)
    samples = [inputs for inputs, _ in zip(calibration, range(CALIBRATION_REQUESTS), strict=False)]
    whole = ov.Core().read_model(floats)
    quantised = nncf.quantize(
        whole, nncf.Dataset(samples), subset_size=len(samples), model_type=nncf.ModelType.TRANSFORMER
    )
    ov.save_model(quantised, static, compress_to_fp16=False)
    return {"shipped": model, "float": floats, "dynamic 8-bit": dynamic, "static 8-bit": static}


def with_float_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """`model` with each 8-bit weight that the graph multiplies out written as the 32-bit weight that it stands for."""
    graph = model.graph
    constants = {tensor.name: tensor for tensor in graph.initializer}
    for node in [node for node in graph.node if node.op_type == "DequantizeLinear" and node.input[0] in constants]:
        axis = next((attribute.i for attribute in node.attribute if attribute.name == "axis"), 1)
        integers, scale, *zero = (numpy_helper.to_array(constants[name]) for name in node.input)
        shape = _along(integers.ndim, axis) if scale.ndim else ()
        shifted = integers.astype(np.float32) - (zero[0].astype(np.float32).reshape(shape) if zero else 0)
        weights = shifted * scale.reshape(shape)
        graph.initializer.append(numpy_helper.from_array(weights.astype(np.float32), node.output[0]))
        graph.node.remove(node)
    used = {name for node in graph.node for name in node.input}
    for tensor in [tensor for tensor in graph.initializer if tensor.name not in used]:
        graph.initializer.remove(tensor)
    return model


def _along(dimensions: int, axis: int) -> tuple[int, ...]:
    """The shape in which a vector runs along `axis` of an array."""
    return tuple(-1 if dimension == axis else 1 for dimension in range(dimensions))
