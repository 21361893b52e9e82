"""Writes options.json and options.safetensors beside this file: a small case for each option that the other cases lack.

Run with PyTorch 1.13, as Debian packages it: python3 make_options.py. RMSNorm, which it does not have, is PyTorch 2's formula.
"""
import json
import os
import struct

import torch
import torch.nn as nn
import torch.nn.functional as F

CASES = []


def case(name, shape, layers, compute, modules=None, blocks="", axes="", tokens=0, target=None):
    CASES.append((name, shape, layers, compute, modules or {}, blocks, axes, tokens, target))


def signal(name, shape, layers, compute, modules=None, **more):
    case(name, shape, layers, compute, modules, axes=", Axes = Axes.ChannelsLength", **more)


# Over signals.
for name, options, arguments in [
    ("conv1d_dilation", "Stride = 2, Padding = 3, Dilation = 2, Groups = 2", dict(stride=2, padding=3, dilation=2, groups=2)),
    ("conv1d_reflect", 'Padding = 2, PaddingMode = "reflect"', dict(padding=2, padding_mode="reflect")),
    ("conv1d_replicate", 'Padding = 2, PaddingMode = "replicate"', dict(padding=2, padding_mode="replicate")),
    ("conv1d_circular", 'Padding = 2, PaddingMode = "circular", Bias = false', dict(padding=2, padding_mode="circular", bias=False)),
]:
    signal(name, [4, 11], f'Conv1d(6, 3, {options}, Name = "c")', lambda x, m: m["c"](x), {"c": nn.Conv1d(4, 6, 3, **arguments)})
signal("convtranspose1d", [4, 7], 'ConvTranspose1d(6, 3, Stride = 3, Padding = 2, OutputPadding = 2, Dilation = 2, Groups = 2, Name = "c")',
       lambda x, m: m["c"](x), {"c": nn.ConvTranspose1d(4, 6, 3, stride=3, padding=2, output_padding=2, dilation=2, groups=2)})
for name, layers, compute in [
    ("maxpool1d", "MaxPool1d(3, Stride = 2, Padding = 1, CeilMode = true)", nn.MaxPool1d(3, 2, 1, ceil_mode=True)),
    ("avgpool1d", "AvgPool1d(3, Stride = 2, Padding = 1, CountIncludePad = false)", nn.AvgPool1d(3, 2, 1, count_include_pad=False)),
    ("adaptiveavgpool1d", "AdaptiveAvgPool1d(3)", nn.AdaptiveAvgPool1d(3)),
    ("adaptivemaxpool1d", "AdaptiveMaxPool1d(3)", nn.AdaptiveMaxPool1d(3)),
    ("upsample_linear", 'Upsample(ScaleFactor = 2, Mode = "linear")', nn.Upsample(scale_factor=2, mode="linear")),
    ("upsample_linear_corners", 'Upsample(Size = 7, Mode = "linear", AlignCorners = true)',
     nn.Upsample(size=7, mode="linear", align_corners=True)),
    ("reflection_pad1d", "ReflectionPad1d(2, 3)", nn.ReflectionPad1d((2, 3))),
    ("replication_pad1d", "ReplicationPad1d(2, 3)", nn.ReplicationPad1d((2, 3))),
    ("circular_pad1d", "CircularPad1d(2, 3)", lambda x: F.pad(x, (2, 3), mode="circular")),
    ("constant_pad1d", "ConstantPad1d(2, -1, Value = 0.5)", nn.ConstantPad1d((2, -1), 0.5)),
    ("mean_of_length", "Mean(Axis = 1)", lambda x: x.mean(2)),
    ("glu_of_channels", "GLU", lambda x: F.glu(x, 1)),
]:
    signal(name, [4, 11], layers, lambda x, m, compute=compute: compute(x))

# Over images.
for name, layers, compute in [
    ("adaptivemaxpool2d", "AdaptiveMaxPool2d(3, 2)", nn.AdaptiveMaxPool2d((3, 2))),
    ("lppool2d", "LPPool2d(2, 2)", nn.LPPool2d(2, 2)),
    ("lppool2d_stride", "LPPool2d(1, 3, Stride = 2, CeilMode = true)", nn.LPPool2d(1, 3, 2, ceil_mode=True)),
    ("upsample_bicubic", 'Upsample(ScaleFactor = 2, Mode = "bicubic")', nn.Upsample(scale_factor=2, mode="bicubic")),
    ("upsample_bicubic_corners", 'Upsample(Size = 7, Mode = "bicubic", AlignCorners = true)',
     nn.Upsample(size=7, mode="bicubic", align_corners=True)),
    ("localresponsenorm", "LocalResponseNorm(3, Alpha = 0.1, Beta = 0.6, K = 2)", nn.LocalResponseNorm(3, alpha=0.1, beta=0.6, k=2)),
    ("pixelunshuffle", "PixelUnshuffle(2)", nn.PixelUnshuffle(2)),
    ("channelshuffle", "ChannelShuffle(2)", lambda x: x.reshape(3, 2, 2, 6, 6).transpose(1, 2).reshape(3, 4, 6, 6)),
    ("reflection_pad2d", "ReflectionPad2d(1, 2, 3, 0)", nn.ReflectionPad2d((1, 2, 3, 0))),
    ("replication_pad2d", "ReplicationPad2d(1, 2, 3, 0)", nn.ReplicationPad2d((1, 2, 3, 0))),
    ("circular_pad2d", "CircularPad2d(1, 2, 3, 0)", lambda x: F.pad(x, (1, 2, 3, 0), mode="circular")),
    ("constant_pad2d", "ConstantPad2d(1, -1, 0, 2, Value = -0.5)", nn.ConstantPad2d((1, -1, 0, 2), -0.5)),
    ("max_of_sides", "Max(Axis = 1, AxisTo = 2)", lambda x: x.amax((2, 3))),
    ("max_of_rows", "Max(Axis = 1)", lambda x: x.max(2).values),
    ("sum_kept", "Sum(Axis = 0, KeepDim = true)", lambda x: x.sum(1, keepdim=True)),
    ("select_column", "Select(-2, Axis = 2)", lambda x: x.select(3, -2)),
    ("select_row", "Select(1, Axis = 1)", lambda x: x.select(2, 1)),
]:
    case(name, [4, 6, 6], layers, lambda x, m, compute=compute: compute(x))
case("layernorm_channels", [4, 3, 5], 'LayerNorm(Channels = true, Name = "n")',
     lambda x, m: m["n"](x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2), {"n": nn.LayerNorm(4)})
case("instancenorm_statistics", [4, 3, 5], 'InstanceNorm(Affine = true, TrackRunningStats = true, Momentum = 0.3, Name = "n")',
     lambda x, m: m["n"](x), {"n": nn.InstanceNorm2d(4, affine=True, track_running_stats=True, momentum=0.3)})

# Over sequences.
for name, layers, compute in [
    ("celu", "CELU(0.6)", nn.CELU(0.6)),
    ("hardtanh", "Hardtanh(-0.5, 0.8)", nn.Hardtanh(-0.5, 0.8)),
    ("threshold", "Threshold(0.1, 0.3)", nn.Threshold(0.1, 0.3)),
    ("softshrink", "Softshrink(0.3)", nn.Softshrink(0.3)),
    ("hardshrink", "Hardshrink(0.3)", nn.Hardshrink(0.3)),
    ("tanhshrink", "Tanhshrink", nn.Tanhshrink()),
    ("logsigmoid", "LogSigmoid", nn.LogSigmoid()),
    ("softsign", "Softsign", nn.Softsign()),
    ("softmin", "Softmin", nn.Softmin(2)),
    ("softmax_of_steps", "Softmax(Axis = 0)", nn.Softmax(1)),
    ("logsoftmax_of_steps", "LogSoftmax(Axis = 0)", nn.LogSoftmax(1)),
    ("glu", "GLU", nn.GLU(2)),
    ("glu_of_steps", "GLU(Axis = 0)", nn.GLU(1)),
    ("steps_are_features", "Transpose(Axes = Axes.StepsFeatures)", lambda x: x.transpose(1, 2)),
    ("select_step", "Select(-1)", lambda x: x[:, -1]),
    ("zeropad_of_steps", "ZeroPad(2, 1, Axis = 0)", lambda x: F.pad(x, (0, 0, 2, 1))),
]:
    case(name, [6, 8], layers, lambda x, m, compute=compute: compute(x))
case("groupnorm_of_steps", [6, 8], 'GroupNorm(2, Name = "n")',
     lambda x, m: m["n"](x.transpose(1, 2)).transpose(1, 2), {"n": nn.GroupNorm(2, 8)})


class RMSNorm(nn.Module):
    def __init__(self, features):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(features))

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1.1920928955078125e-07) * self.weight


case("rmsnorm", [6, 8], 'RMSNorm(Name = "n")', lambda x, m: m["n"](x), {"n": RMSNorm(8)})
case("attention_to_keys", [6, 8], 'Linear(8, Name = "q"), Attention<Memory>(Heads = 2, Name = "a")',
     lambda x, m: m["a"](m["q"](x), F.pad(x, (0, 0, 1, 0)), F.pad(x, (0, 0, 1, 0)))[0],
     {"q": nn.Linear(8, 8), "a": nn.MultiheadAttention(8, 2, batch_first=True)},
     blocks='[From("input"), ZeroPad(1, 0, Axis = 0)] partial class Memory : Block;')
case("attention_to_keys_no_bias", [6, 8], 'Attention<Memory>(Heads = 4, Bias = false, Name = "a")',
     lambda x, m: m["a"](x, m["k"](x[:, :5]), m["k"](x[:, :5]))[0],
     {"k": nn.Linear(8, 8), "a": nn.MultiheadAttention(8, 4, bias=False, batch_first=True)},
     blocks='[From("input"), ZeroPad(0, -1, Axis = 0), Linear(8, Name = "k")] partial class Memory : Block;')


class KerasRecurrent(nn.Module):
    """One layer without bias_hh."""

    def __init__(self, kind, features, hidden):
        super().__init__()
        gates = {"lstm": 4, "rnn_tanh": 1, "gru": 3}[kind]
        self.kind, self.hidden = kind, hidden
        self.weight_ih_l0 = nn.Parameter(torch.randn(gates * hidden, features) * 0.3)
        self.weight_hh_l0 = nn.Parameter(torch.randn(gates * hidden, hidden) * 0.3)
        self.bias_ih_l0 = nn.Parameter(torch.randn(gates * hidden) * 0.3)

    def forward(self, x):
        h = torch.zeros(1, x.shape[0], self.hidden)
        weights = [self.weight_ih_l0, self.weight_hh_l0, self.bias_ih_l0, torch.zeros_like(self.bias_ih_l0)]
        state = (h, h) if self.kind == "lstm" else h
        return getattr(torch._VF, self.kind)(x, state, weights, True, 1, 0.0, False, False, True)[0]


for name, layers, module in [
    ("lstm_deep", 'LSTM(5, NumLayers = 3, Bidirectional = true, Name = "r")', nn.LSTM(8, 5, 3, bidirectional=True, batch_first=True)),
    ("gru_deep", 'GRU(17, NumLayers = 2, Bidirectional = true, Bias = false, Name = "r")',
     nn.GRU(8, 17, 2, bias=False, bidirectional=True, batch_first=True)),
    ("rnn_deep", 'RNN(3, NumLayers = 2, Bidirectional = true, Nonlinearity = "relu", Name = "r")',
     nn.RNN(8, 3, 2, nonlinearity="relu", bidirectional=True, batch_first=True)),
    ("lstm_keras", 'LSTM(6, RecurrentBias = false, Name = "r")', KerasRecurrent("lstm", 8, 6)),
    ("gru_one_bias", 'GRU(6, RecurrentBias = false, Name = "r")', KerasRecurrent("gru", 8, 6)),
    ("rnn_keras", 'RNN(6, RecurrentBias = false, Name = "r")', KerasRecurrent("rnn_tanh", 8, 6)),
]:
    case(name, [6, 8], layers, lambda x, m: m["r"](x)[0] if not isinstance(m["r"], KerasRecurrent) else m["r"](x), {"r": module})


def ends(module, x):
    state = module(x)[1]
    state = state[0] if isinstance(state, tuple) else state
    return torch.cat([state[-2], state[-1]], 1) if module.bidirectional else state[-1]


for name, layers, module in [
    ("lstm_last_deep", 'LSTM(7, NumLayers = 2, Bidirectional = true, Last = true, Name = "r")',
     nn.LSTM(8, 7, 2, bidirectional=True, batch_first=True)),
    ("gru_last_deep", 'GRU(16, NumLayers = 2, Last = true, Name = "r")', nn.GRU(8, 16, 2, batch_first=True)),
    ("rnn_last_both", 'RNN(4, Bidirectional = true, Last = true, Name = "r")', nn.RNN(8, 4, bidirectional=True, batch_first=True)),
]:
    case(name, [6, 8], layers, lambda x, m: ends(m["r"], x), {"r": module})
case("lstm_of_a_state", [6, 8],
     'Select(0), Linear(5, Name = "h"), Tanh(Name = "first"), Sum<Decoder, Skip>',
     lambda x, m: m["r"](x, (torch.tanh(m["h"](x[:, 0]))[None], torch.tanh(m["h"](x[:, 0]))[None]))[0] + m["l"](x),
     {"h": nn.Linear(8, 5), "r": nn.LSTM(8, 5, batch_first=True), "l": nn.Linear(8, 5)},
     blocks='[From("input"), LSTM(5, State = "first", Cell = "first", Name = "r")] partial class Decoder : Block; '
     '[From("input"), Linear(5, Name = "l")] partial class Skip : Block;')
case("gru_of_states", [4, 6],
     'Linear(6, Name = "h"), Tanh(Name = "first"), Sum<Decoder, Skip>',
     lambda x, m: m["r"](x, torch.tanh(m["h"](x)).transpose(0, 1).contiguous())[0] + m["l"](x),
     {"h": nn.Linear(6, 6), "r": nn.GRU(6, 6, 2, bidirectional=True, batch_first=True), "l": nn.Linear(6, 12)},
     blocks='[From("input"), GRU(6, NumLayers = 2, Bidirectional = true, State = "first", Name = "r")] partial class Decoder : Block; '
     '[From("input"), Linear(12, Name = "l")] partial class Skip : Block;')
case("embedding_padding", [7], 'Embedding(9, 5, PaddingIndex = -2, Name = "e")', lambda x, m: m["e"](x),
     {"e": nn.Embedding(9, 5, padding_idx=-2)}, tokens=9)


# Losses: the target that goes into the file, and the loss of the output.
def loss(name, layers, count, target, compute):
    case("loss_" + name, [6], f'Linear({count}, Name = "l"), {layers}', lambda x, m: m["l"](x), {"l": nn.Linear(6, count)},
         target=(target, compute))


counts = lambda: torch.poisson(torch.full((3, 4), 2.0))
signs = lambda: torch.randint(0, 2, (3, 4)).float() * 2 - 1
loss("poisson", "PoissonNLL", 4, counts, nn.PoissonNLLLoss())
loss("poisson_full", "PoissonNLL(Full = true, Reduction = Reduction.Sum)", 4, counts, nn.PoissonNLLLoss(full=True, reduction="sum"))
loss("softmargin", "SoftMargin", 4, signs, nn.SoftMarginLoss())
loss("multimargin", "MultiMargin", 4, lambda: torch.randint(0, 4, (3,)), nn.MultiMarginLoss())
loss("multimargin_options", "MultiMargin(P = 2, Margin = 0.7, Weight = new[] { 0.5, 1, 2, 1.5 })", 4, lambda: torch.randint(0, 4, (3,)),
     nn.MultiMarginLoss(p=2, margin=0.7, weight=torch.tensor([0.5, 1, 2, 1.5])))
loss("multilabelmargin", "MultiLabelMargin", 4, lambda: torch.tensor([[2, 0, -1, 1], [-1, 1, 2, 3], [3, 1, 0, -1]]).float(),
     lambda y, t: F.multilabel_margin_loss(y, t.long()))
loss("multilabelsoftmargin", "MultiLabelSoftMargin(Weight = new[] { 0.5, 1, 2, 1.5 })", 4, lambda: torch.randint(0, 2, (3, 4)).float(),
     nn.MultiLabelSoftMarginLoss(weight=torch.tensor([0.5, 1, 2, 1.5])))
loss("hingeembedding", "HingeEmbedding(Margin = 0.6)", 4, signs, nn.HingeEmbeddingLoss(margin=0.6))


def run(name, shape, layers, compute, modules, blocks, axes, tokens, target):
    torch.manual_seed(sum(name.encode()))
    for module in modules.values():
        for parameter in module.parameters():
            with torch.no_grad():
                parameter.add_(torch.randn(parameter.shape) * 0.2)
        if isinstance(module, nn.Embedding):
            with torch.no_grad():
                module.weight[module.padding_idx] = 0
    x = torch.randint(0, tokens, [3, *shape]) if tokens else torch.randn([3, *shape], requires_grad=True)
    tensors = {"input": x}
    for prefix, module in modules.items():
        for key, buffer in module.named_buffers():
            if buffer.dtype == torch.float32:
                tensors[f"buffer/{prefix}.{key}"] = buffer.clone()
    y = compute(x, modules)
    tensors["output"] = y
    if target:
        tensors["target"] = target[0]()
        tensors["loss"] = target[1](y, tensors["target"])
        tensors["loss"].backward()
        tensors["loss"] = tensors["loss"].reshape(1)
    else:
        tensors["grad_output"] = torch.randn(y.shape)
        y.backward(tensors["grad_output"])
    if not tokens:
        tensors["grad_input"] = x.grad
    for prefix, module in modules.items():
        for key, parameter in module.named_parameters():
            tensors[f"param/{prefix}.{key}"] = parameter
            tensors[f"grad/{prefix}.{key}"] = parameter.grad if parameter.grad is not None else torch.zeros(parameter.shape)
        for key, buffer in module.named_buffers():
            if buffer.dtype == torch.float32:
                tensors[f"buffer_after/{prefix}.{key}"] = buffer
    sizes = ", ".join(map(str, shape)) + axes
    return {"case": name, "input": sizes, "layers": layers, "blocks": blocks}, tensors


def write(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        whole = tensor.dtype == torch.int64
        values = tensor.detach().contiguous().reshape(-1).tolist()
        packed = struct.pack(f"<{len(values)}{'q' if whole else 'f'}", *values)
        header[name] = {
            "dtype": "I64" if whole else "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(packed)]}
        data += packed
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


if __name__ == "__main__":
    folder = os.path.dirname(os.path.abspath(__file__))
    entries, everything = [], {}
    for one in CASES:
        entry, tensors = run(*one)
        entries.append(entry)
        everything.update({f"{one[0]}/{key}": tensor for key, tensor in tensors.items()})
    write(os.path.join(folder, "options.safetensors"), everything)
    with open(os.path.join(folder, "options.json"), "w", encoding="utf-8", newline="\n") as file:
        lines = ",\n".join("  " + json.dumps(entry) for entry in entries)
        file.write('{ "computed_with": "PyTorch 1.13", "cases": [\n' + lines + "\n]}\n")
