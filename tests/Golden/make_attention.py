"""Writes the cases of attention that PyTorch 1.13 has no layer for: networks/attention_*.cs and .safetensors beside this file.

Plain loops in double precision, from the formulas of PyTorch 2's scaled_dot_product_attention (enable_gqa) and of rotary positions
(Su et al. 2021, https://arxiv.org/abs/2104.09864, with the halves of a head turned as in GPT-NeoX and Llama). Gradients are central
differences of sum(output * grad_output). Needs nothing but Python: python3 make_attention.py
"""
import json
import math
import os
import random
import struct

SAMPLES = 2
DISTANCE = 1e-5


class Case:
    def __init__(self, name, title, steps, features, heads, shared=None, causal=False, rotary=False, bias=True):
        self.name, self.title, self.steps, self.features, self.heads = name, title, steps, features, heads
        self.shared, self.causal, self.rotary, self.bias = shared or heads, causal, rotary, bias
        self.width = features // heads
        self.joined = features + 2 * self.shared * self.width

    def options(self):
        parts = [f"Heads = {self.heads}"]
        parts += [f"KeyValueHeads = {self.shared}"] if self.shared < self.heads else []
        parts += ["Causal = true"] if self.causal else []
        parts += ["Rotary = true"] if self.rotary else []
        parts += [] if self.bias else ["Bias = false"]
        return ", ".join(parts)

    def source(self):
        return (f"using NetGen;\n\n[Network]\n[Input({self.steps}, {self.features})]\n"
                f"[SelfAttention({self.options()}, Name = \"attn\")]\npublic partial class {self.title};\n")

    def shapes(self):
        shapes = {"attn.in_proj_weight": [self.joined, self.features], "attn.out_proj.weight": [self.features, self.features]}
        if self.bias:
            shapes |= {"attn.in_proj_bias": [self.joined], "attn.out_proj.bias": [self.features]}
        return shapes


def linear(rows, weight, bias, inputs):
    outputs = len(weight) // inputs
    return [[sum(row[k] * weight[o * inputs + k] for k in range(inputs)) + (bias[o] if bias else 0.0) for o in range(outputs)]
            for row in rows]


def rotated(head, step):
    half = len(head) // 2
    turned = list(head)
    for i in range(half):
        angle = step * 10000.0 ** (-2.0 * i / len(head))
        a, b = head[i], head[i + half]
        turned[i] = a * math.cos(angle) - b * math.sin(angle)
        turned[i + half] = b * math.cos(angle) + a * math.sin(angle)
    return turned


def attend(case, rows, parameters):
    steps, width, features = case.steps, case.width, case.features
    joined = linear(rows, parameters["attn.in_proj_weight"], parameters.get("attn.in_proj_bias"), features)
    result = [[0.0] * features for _ in range(steps)]
    for head in range(case.heads):
        shared = head // (case.heads // case.shared)
        key, value = features + shared * width, features + (case.shared + shared) * width
        queries = [row[head * width:(head + 1) * width] for row in joined]
        keys = [row[key:key + width] for row in joined]
        values = [row[value:value + width] for row in joined]
        if case.rotary:
            queries = [rotated(row, step) for step, row in enumerate(queries)]
            keys = [rotated(row, step) for step, row in enumerate(keys)]
        for i in range(steps):
            reached = range(i + 1) if case.causal else range(steps)
            scores = [sum(a * b for a, b in zip(queries[i], keys[j])) / math.sqrt(width) for j in reached]
            largest = max(scores)
            weights = [math.exp(score - largest) for score in scores]
            total = sum(weights)
            for k in range(width):
                result[i][head * width + k] = sum(weight * values[j][k] for weight, j in zip(weights, reached)) / total
    return linear(result, parameters["attn.out_proj.weight"], parameters.get("attn.out_proj.bias"), features)


def output(case, values, parameters):
    flat = []
    size = case.steps * case.features
    for sample in range(SAMPLES):
        part = values[sample * size:(sample + 1) * size]
        rows = [part[i * case.features:(i + 1) * case.features] for i in range(case.steps)]
        for row in attend(case, rows, parameters):
            flat += row
    return flat


def slopes(numbers, objective):
    found = []
    for i, kept in enumerate(numbers):
        numbers[i] = kept + DISTANCE
        above = objective()
        numbers[i] = kept - DISTANCE
        found.append((above - objective()) / (2 * DISTANCE))
        numbers[i] = kept
    return found


def as_float(values):
    """The numbers as a file of floats holds them."""
    return list(struct.unpack(f"<{len(values)}f", struct.pack(f"<{len(values)}f", *values)))


def write(path, tensors):
    header, data = {}, b""
    for name, (shape, values) in tensors.items():
        packed = struct.pack(f"<{len(values)}f", *values)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [len(data), len(data) + len(packed)]}
        data += packed
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def make(case, folder):
    numbers = random.Random(case.name)
    shape = [SAMPLES, case.steps, case.features]
    count = math.prod(shape)
    values = as_float([numbers.gauss(0, 1) for _ in range(count)])
    above = as_float([numbers.gauss(0, 1) for _ in range(count)])
    parameters = {name: as_float([numbers.gauss(0, 0.4) for _ in range(math.prod(sizes))]) for name, sizes in case.shapes().items()}

    def objective():
        return sum(y * dy for y, dy in zip(output(case, values, parameters), above))

    tensors = {"input": (shape, values), "output": (shape, output(case, values, parameters)), "grad_output": (shape, above)}
    for name, sizes in case.shapes().items():
        tensors["param/" + name] = (sizes, list(parameters[name]))
        tensors["grad/" + name] = (sizes, slopes(parameters[name], objective))
    tensors["grad_input"] = (shape, slopes(values, objective))
    write(os.path.join(folder, case.name + ".safetensors"), tensors)
    with open(os.path.join(folder, case.name + ".cs"), "w", encoding="utf-8", newline="\n") as file:
        file.write(case.source())


CASES = [
    Case("attention_grouped", "GroupedAttention", steps=7, features=12, heads=6, shared=2),
    Case("attention_rotary", "RotaryAttention", steps=6, features=16, heads=2, rotary=True),
    Case("attention_no_bias", "AttentionWithoutBias", steps=5, features=12, heads=3, bias=False),
    Case("attention_llama", "LlamaAttention", steps=9, features=16, heads=4, shared=1, causal=True, rotary=True, bias=False),
]

if __name__ == "__main__":
    for each in CASES:
        make(each, os.path.join(os.path.dirname(os.path.abspath(__file__)), "networks"))
