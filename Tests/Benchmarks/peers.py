"""What `conventions.py` and its rows have in common: the libraries, a row, and gradients by each of them.

Libraries are imported from here, since they have to be told beforehand: Keras to compute by JAX, and all to
do so in float64.
"""

import os

os.environ["KERAS_BACKEND"] = "jax"

import jax

jax.config.update("jax_enable_x64", True)

import flax
import flax.linen as nn
import jax.numpy as jnp
import keras
import numpy as np
import optax
import scipy
import scipy.ndimage
import torch

from layers import ours

# What a library draws is the same in the next run, and so is the table.
keras.utils.set_random_seed(1)
torch.manual_seed(1)

keras.config.set_floatx("float64")
keras.config.set_dtype_policy("float64")
torch.set_default_dtype(torch.float64)

VERSIONS = {"PyTorch": torch.__version__.split("+")[0], "JAX": jax.__version__,
            "Optax": optax.__version__, "Flax": flax.__version__,
            "Keras": f"{keras.__version__} on JAX", "NumPy": np.__version__,
            "SciPy": scipy.__version__}


class Row:
    """A formula of the course on an input: what comes of it here, and what of others'.

    `others` are calls by a library's name and how one writes it there. They agree with the course where the
    numbers are no further apart than `limit`; or than 1e-5 where it is Keras, which computes some of it in
    float32, whatever comes in.
    """

    def __init__(self, title, here, others, limit=1e-9):
        self.title, self.here, self.limit = title, np.asarray(here, dtype=float), limit
        self.others = {names: self.value(call) for names, call in others.items()}

    @staticmethod
    def value(call):
        try:
            return np.asarray(call(), dtype=float)
        except (ValueError, TypeError, RuntimeError) as error:
            return error

    def agrees(self, names):
        other = self.others[names]
        if isinstance(other, Exception) or other.shape != self.here.shape:
            return False
        limit = max(self.limit, 1e-5) if names[0] == "Keras" else self.limit
        return bool(np.all(abs(self.here - other) <= limit * np.maximum(1, abs(self.here))))


class Bench:
    """The solutions, asked by `bench`."""

    def __init__(self, path):
        self.path = path

    def ask(self, flag, layer, leaves, upstream=None, **more):
        case = dict(more, layer=layer, leaves=[np.asarray(x, dtype=float) for x in leaves],
                    upstream=upstream)
        return ours(self.path, flag, [case])[0]

    def formula(self, layer, *leaves, **more):
        return self.ask("--conventions", layer, leaves, **more)

    def image(self, layer, *leaves, **more):
        return self.ask("--images", layer, leaves, **more)

    def attention(self, layer, *leaves, **more):
        return self.ask("--attentions", layer, leaves, **more)


def tensor(x):
    return torch.tensor(np.asarray(x, dtype=float))


def torch_slope(formula, x, upstream=None):
    """The gradient at x of a formula in PyTorch."""
    x = tensor(x).requires_grad_()
    y = formula(x)
    y.backward(torch.ones_like(y) if upstream is None else tensor(upstream))
    return x.grad.numpy()


def jax_slope(formula, x, upstream=None):
    """The same in JAX, and in Keras on it."""
    y, back = jax.vjp(formula, jnp.asarray(x, dtype=float))
    return back(jnp.ones_like(y) if upstream is None else jnp.asarray(upstream, dtype=y.dtype))[0]
