"""Rows of `conventions.py`: optimizers, schedules, clipping, recurrence and attention."""

import torch.nn.functional as F

from optimizers import ours as paths
from peers import Row, jax, jnp, keras, nn, np, optax, tensor, torch, torch_slope
from recurrence import ours as recurrent


def in_torch(make, start, gradients, rates=None):
    """The parameter after each step."""
    w = tensor(start).requires_grad_()
    optimizer = make([w])
    for number, gradient in enumerate(gradients):
        if rates:
            optimizer.param_groups[0]["lr"] = rates[number]
        w.grad = tensor(gradient)
        optimizer.step()
        yield w.detach().numpy().copy()


def in_optax(optimizer, start, gradients):
    w = jnp.array(start, dtype=float)
    state = optimizer.init(w)
    for gradient in gradients:
        updates, state = optimizer.update(jnp.array(gradient, dtype=float), state, w)
        w = optax.apply_updates(w, updates)
        yield np.asarray(w)


def in_keras(optimizer, start, gradients, rates=None):
    w = keras.Variable(np.array(start, dtype=float), dtype="float64")
    for number, gradient in enumerate(gradients):
        if rates:
            optimizer.learning_rate = rates[number]
        optimizer.apply([jnp.array(gradient, dtype=float)], [w])
        yield np.asarray(w)


def optimizers(bench):
    o, k = torch.optim, keras.optimizers

    def path(name, epsilon, decay=0.01, start=(0.0,), gradients=((1.0,),) * 3, rate=0.1):
        return paths(bench.path, {
            "start": [list(start)], "gradients": [[list(g)] for g in gradients], "rate": rate,
            "momentum": 0.9, "decay": 0.9, "betas": [0.9, 0.999], "epsilon": epsilon,
            "weightDecay": decay})[name]

    def row(title, here, torch_made=(), optax_made=(), keras_made=(), start=(0.0,),
            gradients=((1.0,),) * 3, rates=None):
        def taken(steps):
            return lambda: np.concatenate(list(steps()))

        others = {}
        for spelled, make in torch_made:
            others["PyTorch", spelled] = taken(
                lambda make=make: in_torch(make, start, gradients, rates))
        for spelled, made in optax_made:
            others["Optax", spelled] = taken(
                lambda made=made: in_optax(made, start, gradients))
        for spelled, make in keras_made:
            others["Keras", spelled] = taken(
                lambda make=make: in_keras(make(), start, gradients, rates))
        return Row(title, np.ravel(here), others)

    rates = [0.1, 0.01]

    def scheduled(**more):
        return optax.sgd(lambda step: jnp.where(step == 0, 0.1, 0.01), momentum=0.9, **more)

    for title, nesterov in [("momentum", False), ("Nesterov momentum", True)]:
        yield row(
            f"{title} 0.9, rate 0.1 and then 0.01: the rate is inside the velocity",
            bench.formula("momentum", rates, settings={"nesterov": int(nesterov)})[0],
            [(f"SGD(nesterov={nesterov})",
              lambda p: o.SGD(p, 0.1, momentum=0.9, nesterov=nesterov))],
            [(f"sgd(nesterov={nesterov})", scheduled(nesterov=nesterov))],
            [(f"SGD(nesterov={nesterov})",
              lambda: k.SGD(0.1, momentum=0.9, nesterov=nesterov))],
            gradients=((1.0,),) * 2, rates=rates)
    yield row(
        "Nesterov momentum 0.9 with one rate", path("nesterov", 1e-8),
        [("SGD(nesterov=True)", lambda p: o.SGD(p, 0.1, momentum=0.9, nesterov=True))],
        [("sgd(nesterov=True)", optax.sgd(0.1, momentum=0.9, nesterov=True))],
        [("SGD(nesterov=True)", lambda: k.SGD(0.1, momentum=0.9, nesterov=True))])
    yield row(
        "Adagrad, ε 0.01: begins at 0, ε beside the root", path("adagrad", 0.01),
        [("Adagrad", lambda p: o.Adagrad(p, 0.1, eps=0.01))],
        [("adagrad", optax.adagrad(0.1, eps=0.01)),
         ("adagrad(initial_accumulator_value=0)",
          optax.adagrad(0.1, initial_accumulator_value=0.0, eps=0.01))],
        [("Adagrad", lambda: k.Adagrad(0.1, epsilon=0.01)),
         ("Adagrad(initial_accumulator_value=0)",
          lambda: k.Adagrad(0.1, initial_accumulator_value=0.0, epsilon=0.01))])
    yield row(
        "RMSProp, decay 0.9, ε 0.01: begins at 0, ε beside the root", path("rmsprop", 0.01),
        [("RMSprop(alpha=0.9)", lambda p: o.RMSprop(p, 0.1, alpha=0.9, eps=0.01))],
        [("rmsprop", optax.rmsprop(0.1, decay=0.9, eps=0.01)),
         ("rmsprop(eps_in_sqrt=False)", optax.rmsprop(0.1, decay=0.9, eps=0.01, eps_in_sqrt=False)),
         ("rmsprop(initial_scale=1)",
          optax.rmsprop(0.1, decay=0.9, eps=0.01, eps_in_sqrt=False, initial_scale=1.0))],
        [("RMSprop(rho=0.9)", lambda: k.RMSprop(0.1, rho=0.9, epsilon=0.01))])
    tiny = dict(start=(0.0,), gradients=((1e-8,),) * 3)
    yield row(
        "Adam where gradient and ε are 10⁻⁸: ε beside the corrected root",
        path("adam", 1e-8, **tiny),
        [("Adam", lambda p: o.Adam(p, 0.1))],
        [("adam", optax.adam(0.1)), ("adam(eps_root=1e-16, eps=0)",
                                     optax.adam(0.1, eps=0.0, eps_root=1e-16))],
        [("Adam(epsilon=1e-8)", lambda: k.Adam(0.1, epsilon=1e-8))], **tiny)
    yield row(
        "AdamW, decay 0.01: times the rate", path("adamw", 1e-8, start=(1.0,)),
        [("AdamW", lambda p: o.AdamW(p, 0.1, weight_decay=0.01)),
         ("Adam(weight_decay=0.01)", lambda p: o.Adam(p, 0.1, weight_decay=0.01))],
        [("adamw", optax.adamw(0.1, weight_decay=0.01))],
        [("AdamW(epsilon=1e-8)", lambda: k.AdamW(0.1, weight_decay=0.01, epsilon=1e-8))],
        start=(1.0,))
    two = dict(start=(3.0, 4.0), gradients=((0.6, -0.2),) * 2)
    for decay in [0, 0.1]:
        yield row(
            f"LAMB, decay {decay}, of (3, 4) along (0.6, -0.2)", path("lamb", 1e-6, decay, **two),
            (), [(f"lamb(weight_decay={decay})", optax.lamb(0.1, eps=1e-6, weight_decay=decay))],
            [(f"Lamb(weight_decay={decay})",
              lambda: k.Lamb(0.1, epsilon=1e-6, weight_decay=decay or None))], **two)


def schedules(bench):
    updates = np.arange(1.0, 9)

    def in_torch_rates(make):
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
        schedule = make(optimizer)
        for _ in updates:
            yield optimizer.param_groups[0]["lr"]
            optimizer.step()
            schedule.step()

    lr = torch.optim.lr_scheduler
    yield Row("cosine of 4 updates, and four more: it stays low", bench.formula(
        "schedule", updates, settings={"length": 4, "warmup": 0})[0], {
            ("PyTorch", "CosineAnnealingLR(T_max=4)"):
                lambda: list(in_torch_rates(lambda opt: lr.CosineAnnealingLR(opt, 4))),
            ("Optax", "cosine_decay_schedule"):
                lambda: [optax.cosine_decay_schedule(1.0, 4)(n) for n in range(8)],
            ("Keras", "CosineDecay"): lambda: [
                float(keras.optimizers.schedules.CosineDecay(1.0, 4)(n)) for n in range(8)]},
        limit=1e-6)
    yield Row("warm-up of 4 updates: the first has a fifth of the rate, none has 0", bench.formula(
        "schedule", updates[:5], settings={"length": 100, "warmup": 4})[0], {
            ("PyTorch", "LinearLR(1 / 5, total_iters=4)"): lambda: list(in_torch_rates(
                lambda opt: lr.LinearLR(opt, 0.2, total_iters=4)))[:5],
            ("PyTorch", "LinearLR"): lambda: list(in_torch_rates(
                lambda opt: lr.LinearLR(opt, total_iters=4)))[:5],
            ("Optax", "warmup_cosine_decay_schedule(0, …)"): lambda: [
                optax.warmup_cosine_decay_schedule(0.0, 1.0, 4, 104)(n) for n in range(5)],
            ("Keras", "CosineDecay(warmup_steps=4)"): lambda: [float(
                keras.optimizers.schedules.CosineDecay(
                    0.0, 100, warmup_target=1.0, warmup_steps=4)(n)) for n in range(5)]},
        limit=1e-6)

    def clipped(gradient):
        w = torch.zeros(2, requires_grad=True)
        w.grad = tensor(gradient)
        torch.nn.utils.clip_grad_norm_([w], 1.0)
        return w.grad

    for title, gradient in [("(3, 4) clipped to the norm 1", [3.0, 4]),
                            ("a norm of exactly 1 clipped to 1: stays", [0.6, 0.8])]:
        yield Row(title, bench.formula("clipping", gradient)[0], {
            ("PyTorch", "clip_grad_norm_"): lambda: clipped(gradient),
            ("Optax", "clip_by_global_norm"): lambda: optax.clip_by_global_norm(1.0).update(
                jnp.array(gradient), optax.EmptyState())[0],
            ("Keras", "SGD(global_clipnorm=1)"): lambda: -np.concatenate(list(in_keras(
                keras.optimizers.SGD(1.0, global_clipnorm=1.0), [0.0, 0], [gradient])))})


def recurrence(bench):
    rng = np.random.default_rng(3)
    steps, count, inputs, units = 4, 3, 2, 3
    x = rng.standard_normal((steps, count, inputs))
    firsts = jnp.array(x.swapaxes(0, 1))  # sequences first
    for cell, gates in [("RNN", 1), ("LSTM", 4), ("GRU", 3)]:
        w, u, b = (rng.standard_normal(s) for s in
                   [(inputs, gates * units), (units, gates * units), gates * units])
        states = 2 if cell == "LSTM" else 1
        zeros = [np.zeros((count, units)) for _ in range(states)]
        here = recurrent(bench.path, [{
            "cell": cell, "x": x, "parameters": [w, u, b], "upstream": np.zeros((steps, count, units)),
            "state": zeros, "last": zeros}])[0]["ours"][0]

        def with_torch(first, second):
            layer = getattr(torch.nn, cell)(inputs, units)
            for name, value in [("weight_ih_l0", w.T), ("weight_hh_l0", u.T), ("bias_ih_l0", first),
                                ("bias_hh_l0", second)]:
                getattr(layer, name).data.copy_(tensor(value))
            return layer(tensor(x))[0].detach()

        def with_keras(order, **more):
            """With the gates in the order in which Keras is said to have them."""
            def ordered(v):
                parts = np.split(np.asarray(v), gates, axis=-1)
                return np.concatenate([parts[i] for i in order], axis=-1)

            name = "SimpleRNN" if cell == "RNN" else cell
            layer = getattr(keras.layers, name)(units, return_sequences=True, **more)
            layer.build(firsts.shape)
            biases = ordered(b)
            if cell == "GRU" and more["reset_after"]:
                biases = np.stack([biases, np.zeros_like(biases)])
            layer.set_weights([ordered(w), ordered(u), biases])
            return np.asarray(layer(firsts)).swapaxes(0, 1)

        def with_flax():
            """A cell of Flax has names for its gates and no order."""
            names = {"RNN": "", "LSTM": "ifgo", "GRU": "rzn"}[cell]
            parts = [np.split(v, gates, axis=-1) for v in (w, u, b)]
            found = {}
            for n, name in enumerate(names):
                kernel, recurrent_kernel, bias = (part[n] for part in parts)
                found[f"i{name}"] = {"kernel": kernel}
                found[f"h{name}"] = {"kernel": recurrent_kernel}
                late = cell == "LSTM"
                found[f"{'h' if late else 'i'}{name}"]["bias"] = bias
                if cell == "GRU" and name == "n":
                    found["hn"]["bias"] = np.zeros(units)
            if cell == "RNN":
                found = {"i": {"kernel": w, "bias": b}, "h": {"kernel": u}}
            kind = {"RNN": nn.SimpleCell, "LSTM": nn.OptimizedLSTMCell, "GRU": nn.GRUCell}[cell]
            layer = nn.RNN(kind(units, param_dtype=float))
            return np.asarray(layer.apply({"params": {"cell": found}}, firsts)).swapaxes(0, 1)

        def row(title, others):
            return Row(title, here, others)

        half = b / 2
        if cell == "RNN":
            yield row("RNN, steps first", {
                ("PyTorch", "nn.RNN"): lambda: with_torch(b, 0 * b),
                ("Flax", "nn.SimpleCell"): with_flax,
                # Without `unroll` it makes a state of float32, and raises.
                ("Keras", "SimpleRNN"): lambda: with_keras([0], unroll=True)})
        elif cell == "LSTM":
            yield row("LSTM, steps first, gates i, f, g, o", {
                ("PyTorch", "nn.LSTM"): lambda: with_torch(b, 0 * b),
                ("PyTorch", "nn.LSTM, its bias divided among two"): lambda: with_torch(half, half),
                ("Flax", "nn.OptimizedLSTMCell"): with_flax,
                ("Keras", "LSTM"): lambda: with_keras([0, 1, 2, 3])})
        else:
            yield row("GRU: z keeps the old state, r behind the product, gates r, z, n", {
                ("PyTorch", "nn.GRU"): lambda: with_torch(b, 0 * b),
                ("PyTorch", "nn.GRU, its bias divided among two"): lambda: with_torch(half, half),
                ("Flax", "nn.GRUCell"): with_flax,
                ("Keras", "GRU with z, r, n"): lambda: with_keras([1, 0, 2], reset_after=True),
                ("Keras", "GRU with r, z, n"): lambda: with_keras([0, 1, 2], reset_after=True),
                ("Keras", "GRU(reset_after=False)"):
                    lambda: with_keras([1, 0, 2], reset_after=False)})
    yield from recurrent_starts(bench)
    table, words = rng.standard_normal((4, 2)), [1, 3, 1]
    above = rng.standard_normal((3, 2))
    yield Row("embedding, a word said twice: its row has both gradients", bench.formula(
        "embedding", table, labels=words, upstream=above)[1][0], {
            ("PyTorch", "F.embedding"): lambda: torch_slope(
                lambda t: F.embedding(torch.tensor(words), t), table, above),
            ("JAX", "jnp.take"): lambda: jax.vjp(
                lambda t: jnp.take(t, jnp.array(words), 0), jnp.array(table))[1](above)[0]})


def recurrent_starts(bench):
    bias, matrices = bench.formula("LSTM", [0], settings={"start": 1, "inputs": 3, "outputs": 8})

    def torch_layer():
        return torch.nn.LSTM(3, 8)

    def keras_layer():
        layer = keras.layers.LSTM(8)
        layer.build((1, 1, 3))
        return layer.cell

    def flax_cell(part):
        cell = nn.OptimizedLSTMCell(8, param_dtype=float)
        zeros = jnp.zeros((1, 8))
        found = cell.init(jax.random.key(0), (zeros, zeros), jnp.zeros((1, 3)))["params"]
        return np.concatenate([found[f"h{gate}"][part] for gate in "ifgo"], axis=-1)

    def orthogonal(u):
        return [abs(g @ g.T - np.eye(8)).max() < 1e-5 for g in np.split(np.asarray(u), 4, axis=-1)]

    yield Row("LSTM, its biases at first: 1 at the forget gate, 0 elsewhere", bias, {
        ("PyTorch", "nn.LSTM"): lambda: sum(
            getattr(torch_layer(), f"bias_{end}_l0").detach() for end in ["ih", "hh"]),
        ("Flax", "nn.OptimizedLSTMCell"): lambda: flax_cell("bias"),
        ("Keras", "LSTM"): lambda: keras_layer().bias})
    yield Row("LSTM, U at first: orthogonal gate by gate", orthogonal(matrices[0]), {
        ("PyTorch", "nn.LSTM"):
            lambda: orthogonal(torch_layer().weight_hh_l0.detach().numpy().T),
        ("Flax", "nn.OptimizedLSTMCell"): lambda: orthogonal(flax_cell("kernel")),
        ("Keras", "LSTM"): lambda: orthogonal(keras_layer().recurrent_kernel)})


def attention(bench):
    rng = np.random.default_rng(4)
    count, steps, heads, depth = 2, 3, 2, 2
    width = heads * depth
    x = rng.standard_normal((count, steps, width))
    p = [rng.standard_normal(s) for _ in range(4) for s in [(width, width), width]]
    q, k, v = (rng.standard_normal((count, heads, steps, depth)) for _ in range(3))
    lower = np.tril(np.ones((steps, steps)))
    empty = lower.copy()
    empty[1] = 0

    def of_torch(mask, weights=False):
        module = torch.nn.MultiheadAttention(width, heads, batch_first=True)
        named = {"in_proj_weight": torch.cat([tensor(p[i]).T for i in (0, 2, 4)]),
                 "in_proj_bias": torch.cat([tensor(p[i]) for i in (1, 3, 5)]),
                 "out_proj.weight": tensor(p[6]).T, "out_proj.bias": tensor(p[7])}
        return torch.func.functional_call(
            module, named, (tensor(x),) * 3,
            {"attn_mask": torch.tensor(mask != 0), "need_weights": weights})[0].detach()

    def of_flax(mask):
        apart, parts = (width, heads, depth), {}
        for i, name in enumerate(["query", "key", "value"]):
            parts[name] = {"kernel": p[2 * i].reshape(apart), "bias": p[2 * i + 1].reshape(apart[1:])}
        parts["out"] = {"kernel": p[6].reshape(heads, depth, width), "bias": p[7]}
        module = nn.MultiHeadDotProductAttention(heads, param_dtype=float)
        return module.apply({"params": parts}, jnp.array(x), mask=jnp.array(mask[None, None] != 0))

    def of_keras(mask):
        layer = keras.layers.MultiHeadAttention(heads, depth)
        layer.build(x.shape, x.shape)
        apart = (width, heads, depth)
        weights = [v.reshape(apart) if v.ndim == 2 else v.reshape(apart[1:]) for v in p[:6]]
        # Keras has them in the order query, key, value.
        layer.set_weights(weights + [p[6].reshape(heads, depth, width), p[7]])
        y = layer(x, x, attention_mask=jnp.array(np.broadcast_to(mask != 0, (count, steps, steps))))
        return np.asarray(y)

    def of_jax(mask):
        across = [jnp.array(t.swapaxes(1, 2)) for t in (q, k, v)]
        return jax.nn.dot_product_attention(
            *across, mask=jnp.array(mask[None, None] != 0)).swapaxes(1, 2)

    def scaled(mask):
        return F.scaled_dot_product_attention(
            tensor(q), tensor(k), tensor(v), torch.tensor(mask != 0))

    # JAX, and so Keras on it, makes the weights in float32, whatever comes in.
    for title, mask in [("a mask is true where one may look", lower),
                        ("a row with nothing to look at gives 0", empty)]:
        yield Row(f"attention: {title}", bench.attention(
            "attention", q, k, v, upstream=0 * q, mask=mask)[0], {
                ("PyTorch", "F.scaled_dot_product_attention"): lambda: scaled(mask),
                ("JAX", "nn.dot_product_attention"): lambda: of_jax(mask)}, limit=1e-5)
        yield Row(f"multi-head attention: {title}", bench.attention(
            "multi-head attention", x, x, *p, upstream=0 * x, mask=mask,
            settings={"heads": heads})[0], {
                ("PyTorch", "nn.MultiheadAttention"): lambda: of_torch(mask),
                ("PyTorch", "nn.MultiheadAttention, the mask turned round"):
                    lambda: of_torch(1 - mask),
                ("PyTorch", "nn.MultiheadAttention(need_weights=True), the mask turned round"):
                    lambda: of_torch(1 - mask, weights=True),
                ("Flax", "nn.MultiHeadDotProductAttention"): lambda: of_flax(mask),
                ("Keras", "MultiHeadAttention"): lambda: of_keras(mask)}, limit=1e-5)
