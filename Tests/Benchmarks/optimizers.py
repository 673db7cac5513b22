#!/usr/bin/env python3
"""Compares the optimizers of exercise 06 with those of PyTorch and Optax, and prints a table in Markdown.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/optimizers.py [--bench .build/release/bench] [--steps 50] [--seed 1]

All take the same steps along the same gradients, in float64. A line says how far the parameters are ever
apart, relative to their size or to 1; who stays below 1e-12 has the convention of the handout. Of
libraries with a setting for a convention, each setting has a line. A library that cannot be imported is
left out. The status is 1 where nobody agrees on an optimizer with ours that somebody was asked about.
"""

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile

import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHAPES = [(3, 2), (4,)]
LIMIT = 1e-12


def course(steps, seed):
    """Parameters, gradients of very different sizes, and settings at which conventions differ."""
    rng = np.random.default_rng(seed)
    return {
        "start": [rng.standard_normal(np.prod(shape)).tolist() for shape in SHAPES],
        "gradients": [
            [(10.0 ** rng.uniform(-3, 1) * rng.standard_normal(np.prod(shape))).tolist()
             for shape in SHAPES] for _ in range(steps)],
        "rate": 0.05, "momentum": 0.9, "decay": 0.9, "betas": [0.9, 0.999], "epsilon": 1e-3,
        "weightDecay": 0.1,
    }


def ours(bench, task):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(task, file)
        file.flush()
        run = subprocess.run([bench, "--paths", file.name], stdout=subprocess.PIPE, check=True)
    return json.loads(run.stdout)


def with_torch(task):
    import torch

    def path(make):
        parameters = [torch.tensor(p, dtype=torch.float64, requires_grad=True)
                      for p in task["start"]]
        optimizer = make(parameters)
        for gradients in task["gradients"]:
            for parameter, gradient in zip(parameters, gradients):
                parameter.grad = torch.tensor(gradient, dtype=torch.float64)
            optimizer.step()
            yield [parameter.detach().numpy().copy() for parameter in parameters]

    rate, betas, epsilon = task["rate"], tuple(task["betas"]), task["epsilon"]
    o, decay = torch.optim, task["weightDecay"]
    rivals = {
        ("nesterov", "SGD(nesterov=True)"):
            lambda p: o.SGD(p, rate, momentum=task["momentum"], nesterov=True),
        ("adagrad", "Adagrad"): lambda p: o.Adagrad(p, rate, eps=epsilon),
        ("rmsprop", "RMSprop"): lambda p: o.RMSprop(p, rate, alpha=task["decay"], eps=epsilon),
        ("adam", "Adam"): lambda p: o.Adam(p, rate, betas=betas, eps=epsilon),
        ("adamw", "AdamW"):
            lambda p: o.AdamW(p, rate, betas=betas, eps=epsilon, weight_decay=decay),
        ("adamw", "Adam(weight_decay=…)"):
            lambda p: o.Adam(p, rate, betas=betas, eps=epsilon, weight_decay=decay),
    }
    name = f"PyTorch {torch.__version__}"
    return name, {key: list(path(make)) for key, make in rivals.items()}


def with_optax(task):
    import jax
    import optax
    jax.config.update("jax_enable_x64", True)
    import jax.numpy as jnp

    def path(optimizer):
        parameters = [jnp.array(p, dtype=jnp.float64) for p in task["start"]]
        state = optimizer.init(parameters)
        for gradients in task["gradients"]:
            gradients = [jnp.array(g, dtype=jnp.float64) for g in gradients]
            updates, state = optimizer.update(gradients, state, parameters)
            parameters = optax.apply_updates(parameters, updates)
            yield [np.asarray(parameter) for parameter in parameters]

    rate, (b1, b2), epsilon = task["rate"], task["betas"], task["epsilon"]
    decay, rms = task["weightDecay"], task["decay"]
    rivals = {
        ("nesterov", "sgd(nesterov=True)"):
            optax.sgd(rate, momentum=task["momentum"], nesterov=True),
        ("adagrad", "adagrad, from 0.1"): optax.adagrad(rate, eps=epsilon),
        ("adagrad", "adagrad(initial_accumulator_value=0)"):
            optax.adagrad(rate, initial_accumulator_value=0.0, eps=epsilon),
        ("rmsprop", "rmsprop"): optax.rmsprop(rate, decay=rms, eps=epsilon),
        ("rmsprop", "rmsprop(eps_in_sqrt=False)"):
            optax.rmsprop(rate, decay=rms, eps=epsilon, eps_in_sqrt=False),
        ("adam", "adam"): optax.adam(rate, b1=b1, b2=b2, eps=epsilon),
        ("adamw", "adamw"): optax.adamw(rate, b1=b1, b2=b2, eps=epsilon, weight_decay=decay),
        ("lamb", "lamb"): optax.lamb(rate, b1=b1, b2=b2, eps=epsilon, weight_decay=decay),
    }
    name = f"Optax {optax.__version__} on JAX {jax.__version__}"
    return name, {key: list(path(optimizer)) for key, optimizer in rivals.items()}


def distance(a, b):
    """The greatest difference at any step, relative to the size of our parameter or to 1."""
    return max(
        float(np.max(np.abs(np.asarray(x) - np.asarray(y)) / np.maximum(1, np.abs(x))))
        for one, other in zip(a, b) for x, y in zip(one, other))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    task = course(arguments.steps, arguments.seed)
    paths = ours(arguments.bench, task)

    print(f"{arguments.steps} steps in float64, seed {arguments.seed}, Python "
          f"{platform.python_version()}, NumPy {np.__version__}.\n")
    print("| here | there | farthest apart | agrees |\n| --- | --- | --- | --- |")
    asked, agreed = set(), set()
    for module, rival in [("torch", with_torch), ("optax", with_optax)]:
        if importlib.util.find_spec(module) is None:
            print(f"{module} is not installed.", file=sys.stderr)
            continue
        name, others = rival(task)
        for (optimizer, spelling), path in others.items():
            apart = distance(paths[optimizer], path)
            asked.add(optimizer)
            if apart <= LIMIT:
                agreed.add(optimizer)
            print(f"| {optimizer} | {name}: `{spelling}` | {apart:.1e} | "
                  f"{'yes' if apart <= LIMIT else 'no'} |")
    alone = sorted(asked - agreed)
    if alone:
        print(f"Nobody agrees on {', '.join(alone)}.", file=sys.stderr)
    return 1 if alone or not asked else 0


if __name__ == "__main__":
    sys.exit(main())
