"""How the reader is made: from public data to one small int8 ONNX file.

Needs the extra ``train`` (torch, spacy, onnx). Nothing in here is imported
when a question is answered. Start in ``__main__.py``: it runs the steps in order.
"""
