"""What ast.literal_eval makes of each text of a JSON array on standard input, in the terms of literal-eval.ts.

As Steamscope's reader does, the bare names nan and inf count as numbers."""

import ast
import io
import json
import re
import struct
import sys
import tokenize
import warnings

LARGEST_SAFE = 2**53 - 1
NAMED_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\N\{")


class NameNumbers(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.Constant(float(node.id)) if node.id in ("nan", "inf") else node


def number(value):
    return {"number": "nan" if value != value else struct.pack(">d", value).hex()}


def text(value):
    return value.encode("utf-16-be", "surrogatepass").hex()


def canonical(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return number(float(value)) if abs(value) <= LARGEST_SAFE else {"bigint": str(value)}
    if isinstance(value, float):
        return number(value)
    if isinstance(value, str):
        return {"string": text(value)}
    if isinstance(value, (list, tuple)):
        return {"array": [canonical(item) for item in value]}
    # '😀' and '\ud83d\ude00' are two keys in Python and, in UTF-16, one.
    record = {text(key): canonical(item) for key, item in value.items()}
    return {"record": sorted(record.items())}


def documented_refusal(source, tree):
    """Why the reader says it refuses this, though Python does not; a value that a duplicate key drops counts too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, (bytes, complex, type(...))):
            return type(node.value).__name__
        if isinstance(node, (ast.Set, ast.Call)):
            return "set"
        if isinstance(node, ast.Dict):
            if not all(isinstance(ast.literal_eval(key), str) for key in node.keys):
                return "key-not-a-string"
    if source.lstrip(" \t")[:1] in ("\n", "\r"):
        return "line-end-before-value"
    if isinstance(tree.body, ast.Tuple):
        items = ast.parse(f"[{source.strip()}\n]", mode="eval").body.elts
        if len(items) != 1 or not isinstance(items[0], ast.Tuple):
            return "tuple-without-parentheses"
    tokens = list(tokenize.generate_tokens(io.StringIO(source.lstrip(" \t"), newline=None).readline))
    if any(token.type == tokenize.COMMENT for token in tokens):
        return "comment"
    strings = [token.string for token in tokens if token.type == tokenize.STRING]
    if sum(string.count("\\") for string in strings) != source.count("\\"):
        return "line-continuation"
    if sum(string.count("\f") for string in strings) != source.count("\f"):
        return "form-feed"
    if any(NAMED_ESCAPE.search(string) and "r" not in string[:1].lower() for string in strings):
        return "named-escape"
    return None


def outcome(source):
    try:
        tree = ast.parse(source.lstrip(" \t"), mode="eval")
        value = ast.literal_eval(NameNumbers().visit(tree))
    except Exception:
        return {"error": True}
    refusal = documented_refusal(source, tree)
    return {"refused": refusal} if refusal else {"value": canonical(value)}


warnings.simplefilter("ignore")
json.dump([outcome(source) for source in json.load(sys.stdin)], sys.stdout)
