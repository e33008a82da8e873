"""How the model is made: labelled data in, one 8-bit ONNX file out. Not installed with the package."""
