"""Writes training.json: gradient clipping and parameter groups as PyTorch 1.13 computes them, and steps of optimizers that it lacks.

Run in this folder: python3 make_training.py
"""
import json
import math

import numpy
import torch

SHAPES = {"body.weight": [5, 3], "body.bias": [5], "norm.weight": [5], "head.weight": [2, 5], "head.bias": [2]}
STEPS = 6


def values(generator, shape):
    return torch.randn(shape, generator=generator)


def flat(tensors):
    return [float(x) for tensor in tensors for x in tensor.flatten()]


def clipping():
    cases = []
    for kind, limit in [("norm", 0.5), ("norm", 4.0), ("norm", 1000.0), ("value", 0.75)]:
        generator = torch.Generator().manual_seed(len(cases) + 1)
        parameters = [torch.nn.Parameter(torch.zeros(shape)) for shape in SHAPES.values()]
        for parameter in parameters:
            parameter.grad = values(generator, parameter.shape)
        before = flat(p.grad for p in parameters)
        if kind == "norm":
            norm = float(torch.nn.utils.clip_grad_norm_(parameters, limit))
        else:
            torch.nn.utils.clip_grad_value_(parameters, limit)
            norm = None
        cases.append({"kind": kind, "limit": limit, "norm": norm, "before": before, "after": flat(p.grad for p in parameters)})
    return cases


def groups():
    """Each optimizer with three groups: biases and normalisation without decay, the head's weight with a rate of its own, the rest."""
    makers = {
        "SGD": lambda g: torch.optim.SGD(g, lr=0.1, weight_decay=0.05),
        "SGD momentum": lambda g: torch.optim.SGD(g, lr=0.1, momentum=0.9, weight_decay=0.05),
        "Adam": lambda g: torch.optim.Adam(g, lr=0.01, weight_decay=0.05),
        "AdamW": lambda g: torch.optim.AdamW(g, lr=0.01, weight_decay=0.05),
        "RMSprop": lambda g: torch.optim.RMSprop(g, lr=0.01, weight_decay=0.05),
        "Adagrad": lambda g: torch.optim.Adagrad(g, lr=0.05, weight_decay=0.05),
        "Adadelta": lambda g: torch.optim.Adadelta(g, lr=1.0, weight_decay=0.05),
    }
    cases = []
    for name, make in makers.items():
        generator = torch.Generator().manual_seed(20 + len(cases))
        parameters = {key: torch.nn.Parameter(values(generator, shape)) for key, shape in SHAPES.items()}
        rate = make([torch.zeros(1)]).defaults["lr"]
        vectors = [parameters[key] for key in ["body.bias", "norm.weight", "head.bias"]]
        optimizer = make([
            {"params": vectors, "weight_decay": 0.0},
            {"params": [parameters["head.weight"]], "lr": 3 * rate, "weight_decay": 0.2},
            {"params": [parameters["body.weight"]]},
        ])
        start, gradients, after = flat(parameters.values()), [], []
        for _ in range(STEPS):
            for parameter in parameters.values():
                parameter.grad = values(generator, parameter.shape)
            gradients.append(flat(p.grad for p in parameters.values()))
            optimizer.step()
            after.append(flat(parameters.values()))
        cases.append({"optimizer": name, "start": start, "gradients": gradients, "after": after})
    return cases


def averages():
    """AveragedModel with ema: copied at first, then average + (1 - decay)(value - average)."""
    generator = torch.Generator().manual_seed(40)
    decay, average, seen, after = 0.9, None, [], []
    for _ in range(STEPS):
        value = values(generator, [7])
        seen.append(flat([value]))
        average = value.clone() if average is None else average.lerp_(value, 1 - decay)
        after.append(flat([average]))
    return {"decay": decay, "values": seen, "averages": after}


def lion():
    """Chen et al. 2023, algorithm 2, in double precision."""
    random = numpy.random.default_rng(50)
    rate, beta1, beta2, decay = 0.01, 0.9, 0.99, 0.1
    p, m = random.standard_normal(12), numpy.zeros(12)
    start, gradients, after = p.tolist(), [], []
    for _ in range(10):
        g = random.standard_normal(12)
        gradients.append(g.tolist())
        c = beta1 * m + (1 - beta1) * g
        p = p - rate * (numpy.sign(c) + decay * p)
        m = beta2 * m + (1 - beta2) * g
        after.append(p.tolist())
    return {"optimizer": "Lion", "start": start, "gradients": gradients, "after": after}


def schedule_free():
    """Defazio et al. 2024, algorithm 1, in double precision: x, y and z each by its own line."""
    random = numpy.random.default_rng(60)
    rate, beta1, beta2, epsilon, decay, warmup = 0.05, 0.9, 0.99, 1e-8, 0.1, 3
    x = random.standard_normal(12)
    z, v, total = x.copy(), numpy.zeros(12), 0.0
    y = (1 - beta1) * z + beta1 * x
    start, gradients, after, averages = x.tolist(), [], [], []
    for t in range(1, 11):
        g = random.standard_normal(12)
        gradients.append(g.tolist())
        v = beta2 * v + (1 - beta2) * g * g
        now = rate * math.sqrt(1 - beta2 ** t) * min(1, t / warmup)
        z = z - now * g / (numpy.sqrt(v) + epsilon) - now * decay * y
        total += now * now
        c = now * now / total
        x = (1 - c) * x + c * z
        y = (1 - beta1) * z + beta1 * x
        after.append(y.tolist())
        averages.append(x.tolist())
    return {"optimizer": "ScheduleFreeAdamW", "start": start, "gradients": gradients, "after": after, "averages": averages}


def muon():
    """Jordan 2024, in double precision: a matrix wider than high, one higher than wide, and a vector by AdamW."""
    random = numpy.random.default_rng(70)
    rate, momentum, decay, adam_rate, beta1, beta2, epsilon = 0.02, 0.95, 0.1, 0.003, 0.9, 0.95, 1e-10
    parameters = {"wide.weight": random.standard_normal((3, 7)), "high.weight": random.standard_normal((20, 2, 3, 1)),
                  "wide.bias": random.standard_normal(3)}
    momenta = {name: numpy.zeros_like(p) for name, p in parameters.items()}
    squares = {name: numpy.zeros_like(p) for name, p in parameters.items()}
    start = {name: p.flatten().tolist() for name, p in parameters.items()}
    gradients, after = [], []
    for step in range(1, 6):
        g = {name: random.standard_normal(p.shape) for name, p in parameters.items()}
        gradients.append({name: value.flatten().tolist() for name, value in g.items()})
        for name, p in parameters.items():
            if p.ndim >= 2:
                momenta[name] = momentum * momenta[name] + (1 - momentum) * g[name]
                u = (1 - momentum) * g[name] + momentum * momenta[name]
                u = orthogonalized(u.reshape(len(u), -1))
                u *= math.sqrt(max(1, u.shape[0] / u.shape[1]))
                parameters[name] = p * (1 - rate * decay) - rate * u.reshape(p.shape)
            else:
                momenta[name] = beta1 * momenta[name] + (1 - beta1) * g[name]
                squares[name] = beta2 * squares[name] + (1 - beta2) * g[name] ** 2
                u = momenta[name] / (1 - beta1 ** step) / (numpy.sqrt(squares[name] / (1 - beta2 ** step)) + epsilon)
                parameters[name] = p * (1 - adam_rate * decay) - adam_rate * u
        after.append({name: p.flatten().tolist() for name, p in parameters.items()})
    shapes = {name: list(p.shape) for name, p in parameters.items()}
    return {"optimizer": "Muon", "shapes": shapes, "start": start, "gradients": gradients, "after": after}


def orthogonalized(matrix):
    a, b, c = 3.4445, -4.7750, 2.0315
    x = matrix.T if matrix.shape[0] > matrix.shape[1] else matrix
    x = x / (numpy.linalg.norm(x) + 1e-7)
    for _ in range(5):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return x.T if matrix.shape[0] > matrix.shape[1] else x


def main():
    content = {
        "clipping": clipping(),
        "groups": {"shapes": SHAPES, "cases": groups()},
        "average": averages(),
        "lion": lion(),
        "schedule_free": schedule_free(),
        "muon": muon(),
    }
    with open("training.json", "w", encoding="utf-8") as file:
        json.dump(content, file)
        file.write("\n")


main()
