"""Writes the cases of variational auto-encoders: networks/vae*.cs and .safetensors beside this file, and their entries in networks.json.

PyTorch has no layer that draws between two heads. The numbers that a network draws for the seed 1 are worked out here from their
definition (a hash of seed, layer, sample and place in memory, and a polynomial for the inverse of the normal distribution), so that PyTorch
has the same noise, and outputs, losses and gradients can be compared. eval_output and eval_loss are those of the mean.
Run with PyTorch 1.13, as Debian packages it: python3 make_vae.py
"""
import json
import math
import os

import torch
import torch.nn as nn
import torch.nn.functional as F

from make_options import write

SEED = 1
BITS = (1 << 64) - 1
COEFFICIENTS = [3.66929026, 1.9438475, -0.438882683, 0.159669509, -0.0376175716, -0.0200833313, 0.0664662194, -0.0947028963, 0.0366937704,
                0.0320417318, -0.021866277]


def mix(value):
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & BITS
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & BITS
    return value ^ (value >> 31)


def drawn(site, sample, place):
    """An odd multiple of 2^-23 between -1 and 1."""
    key = mix((mix(SEED) + ((site << 32) | sample)) & BITS) >> 32
    bits = place ^ key
    bits ^= bits >> 16
    bits = (bits * 0x7FEB352D) & 0xFFFFFFFF
    bits ^= bits >> 15
    bits = (bits + key) & 0xFFFFFFFF
    bits = (bits * 0x846CA68B) & 0xFFFFFFFF
    bits ^= bits >> 16
    return ((bits >> 9) * 2 + 1) / 2**23 - 1


def normal(u):
    t = math.log((1 - u) * (1 + u)) / -(15.25 / 2) - 1
    return sum(coefficient * t**power for power, coefficient in enumerate(COEFFICIENTS)) * u


def padded(features):
    return features if features <= 2 else 4 if features <= 4 else 8 if features <= 8 else (features + 15) // 16 * 16


def noise(site, shape):
    """For a tensor [samples, features] or [samples, channels, height, width], which lies with its channels last, padded."""
    result = torch.zeros(shape)
    for index in range(result.numel()):
        at = unravelled(index, shape)
        if len(shape) == 2:
            place = at[1]
        else:
            place = (at[2] * shape[3] + at[3]) * padded(shape[1]) + at[1]
        result[tuple(at)] = normal(drawn(site, at[0], place))
    return result


def unravelled(index, shape):
    at = []
    for size in reversed(shape):
        at.append(index % size)
        index //= size
    return at[::-1]


class Vae(nn.Module):
    """A convolution down, two heads, and what goes back up."""

    def __init__(self, modules, beta, site):
        super().__init__()
        self.named, self.beta, self.site = modules, beta, site
        for key, module in modules.items():
            self.add_module(key, module)

    def heads(self, x):
        raise NotImplementedError

    def decoded(self, z):
        raise NotImplementedError

    def divergence(self, mean, spread):
        return self.beta * -0.5 * (1 + spread - mean.square() - spread.exp()).sum()

    def forward(self, x):
        mean, spread = self.heads(x)
        z = mean + torch.exp(spread / 2) * noise(self.site, list(mean.shape)) if self.training else mean
        return self.decoded(z), self.divergence(mean, spread)


class Flat(Vae):
    LOSS = "BCEWithLogits"
    SOURCE = """using NetGen;

[Network]
[Input(1, 12, 12)]
[Conv2d(8, 3, Stride = 2, Padding = 1, Name = "c1"), ReLU, Flatten, Reparameterize<Mean, LogVariance>(Beta = 0.5)]
[Linear(288, Name = "up"), ReLU, Reshape(8, 6, 6), ConvTranspose2d(1, 4, Stride = 2, Padding = 1, Name = "d1")]
[BCEWithLogits(Target = Target.Input)]
public partial class SmallVae
{
    [Linear(6, Name = "mean")] partial class Mean : Block;
    [Linear(6, Name = "spread")] partial class LogVariance : Block;
}
"""

    def __init__(self):
        super().__init__({"c1": nn.Conv2d(1, 8, 3, 2, 1), "mean": nn.Linear(288, 6), "spread": nn.Linear(288, 6),
                          "up": nn.Linear(6, 288), "d1": nn.ConvTranspose2d(8, 1, 4, 2, 1)}, beta=0.5, site=5)

    def heads(self, x):
        h = F.relu(self.c1(x)).flatten(1)
        return self.mean(h), self.spread(h)

    def decoded(self, z):
        return self.d1(F.relu(self.up(z)).reshape(-1, 8, 6, 6))

    def loss(self, y, target, divergence):
        return F.binary_cross_entropy_with_logits(y, target) + divergence / y.numel()


class Spatial(Vae):
    LOSS = "MSE"
    SOURCE = """using NetGen;

[Network]
[Input(1, 12, 12)]
[Conv2d(8, 3, Stride = 2, Padding = 1, Name = "c1"), ReLU, Reparameterize<Mean, LogVariance>(Beta = 2)]
[ConvTranspose2d(1, 4, Stride = 2, Padding = 1, Name = "d1"), Sigmoid]
[MSE(Reduction = Reduction.Sum, Target = Target.Input)]
public partial class SpatialVae
{
    [Conv2d(5, 1, Name = "mean")] partial class Mean : Block;
    [Conv2d(5, 3, Padding = 1, Name = "spread")] partial class LogVariance : Block;
}
"""

    def __init__(self):
        super().__init__({"c1": nn.Conv2d(1, 8, 3, 2, 1), "mean": nn.Conv2d(8, 5, 1), "spread": nn.Conv2d(8, 5, 3, 1, 1),
                          "d1": nn.ConvTranspose2d(5, 1, 4, 2, 1)}, beta=2, site=4)

    def heads(self, x):
        h = F.relu(self.c1(x))
        return self.mean(h), self.spread(h)

    def decoded(self, z):
        return torch.sigmoid(self.d1(z))

    def loss(self, y, target, divergence):
        return F.mse_loss(y, target, reduction="sum") + divergence


def run(model):
    for parameter in model.parameters():
        with torch.no_grad():
            parameter.add_(torch.randn(parameter.shape) * 0.1)
    x = torch.rand(3, 1, 12, 12, requires_grad=True)
    target = x.detach().clone()
    y, divergence = model(x)
    loss = model.loss(y, target, divergence)
    loss.backward()
    tensors = {"input": x, "target": target, "output": y, "loss": loss.reshape(1), "grad_input": x.grad}
    for key, parameter in model.named_parameters():
        tensors[f"param/{key}"] = parameter
        tensors[f"grad/{key}"] = parameter.grad
    model.eval()
    with torch.no_grad():
        y, divergence = model(x)
        tensors["eval_output"] = y
        tensors["eval_loss"] = model.loss(y, target, divergence).reshape(1)
    return tensors


if __name__ == "__main__":
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "networks")
    path = os.path.join(folder, "networks.json")
    with open(path, encoding="utf-8") as file:
        listed = json.load(file)
    for name, kind in [("vae", Flat), ("vae_spatial", Spatial)]:
        torch.manual_seed(sum(name.encode()))
        tensors = run(kind())
        write(os.path.join(folder, name + ".safetensors"), tensors)
        with open(os.path.join(folder, name + ".cs"), "w", encoding="utf-8", newline="\n") as file:
            file.write(kind.SOURCE)
        listed["networks"] = [entry for entry in listed["networks"] if entry["case"] != name] + [{
            "case": name, "mode": "train", "input_shape": list(tensors["input"].shape), "output_shape": list(tensors["output"].shape),
            "tensors": name + ".safetensors", "source": name + ".cs", "loss": kind.LOSS}]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(listed, indent=1) + "\n")
