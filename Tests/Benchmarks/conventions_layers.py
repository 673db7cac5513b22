"""Rows of `conventions.py`: kinks and ties, losses, normalisation, how layers begin, and images."""

import torch.nn.functional as F

from autograd import ours as on_graph
from peers import Row, jax, jax_slope, jnp, keras, nn, np, optax, scipy, tensor, torch, torch_slope


def kinks(bench):
    yield Row("ReLU, its slope at 0", bench.formula("ReLU", [0], upstream=[1])[1][0], {
        ("PyTorch", "F.relu"): lambda: torch_slope(F.relu, [0]),
        ("PyTorch", "torch.clamp(x, min=0)"): lambda: torch_slope(lambda x: x.clamp(min=0), [0]),
        ("PyTorch", "torch.maximum(x, 0)"):
            lambda: torch_slope(lambda x: torch.maximum(x, torch.zeros(1)), [0]),
        ("JAX", "nn.relu"): lambda: jax_slope(jax.nn.relu, [0]),
        ("JAX", "jnp.maximum(x, 0)"): lambda: jax_slope(lambda x: jnp.maximum(x, 0), [0]),
        ("Keras", "ops.relu"): lambda: jax_slope(keras.ops.relu, [0])})
    yield Row(
        "leaky ReLU with slope 0.2, its slope at 0",
        bench.formula("leaky ReLU", [0], upstream=[1], settings={"slope": 0.2})[1][0], {
            ("PyTorch", "F.leaky_relu"): lambda: torch_slope(lambda x: F.leaky_relu(x, 0.2), [0]),
            ("JAX", "nn.leaky_relu"): lambda: jax_slope(lambda x: jax.nn.leaky_relu(x, 0.2), [0]),
            ("Keras", "ops.leaky_relu"):
                lambda: jax_slope(lambda x: keras.ops.leaky_relu(x, 0.2), [0])})
    ties = [3.0, 1, 3]
    yield Row(
        "maximum of 3, 1, 3: what an upstream of 5 becomes",
        on_graph(bench.path, np, [("max", [np.array(ties)], {}, np.array(5.0))])[0][1][0], {
            ("PyTorch", "x.max()"): lambda: torch_slope(torch.max, ties, 5),
            ("PyTorch", "x.max(dim)"): lambda: torch_slope(lambda x: x.max(0).values, ties, 5),
            ("JAX", "jnp.max"): lambda: jax_slope(jnp.max, ties, 5),
            ("Keras", "ops.max"): lambda: jax_slope(keras.ops.max, ties, 5)})
    yield Row("the greatest of 3, 1, 3, 2: its place",
              bench.formula("argmax", [[3.0, 1, 3, 2]])[0], {
                  ("PyTorch", "torch.argmax"): lambda: torch.argmax(tensor([[3, 1, 3, 2]]), 1),
                  ("JAX", "jnp.argmax"): lambda: jnp.argmax(jnp.array([[3, 1, 3, 2]]), 1),
                  ("Keras", "ops.argmax"): lambda: keras.ops.argmax(np.array([[3, 1, 3, 2]]), 1),
                  ("NumPy", "np.argmax"): lambda: np.argmax([[3, 1, 3, 2]], 1)})
    scores = np.array([3.0, 1, 2, 6])
    yield Row("variance of 3, 1, 2, 6: divided by N",
              bench.formula("batch norm", scores[:, None])[1][1] * 10 - 9, {
                  ("NumPy", "np.var"): lambda: [np.var(scores)],
                  ("PyTorch", "torch.var"): lambda: [torch.var(tensor(scores))],
                  ("PyTorch", "torch.var(correction=0)"):
                      lambda: [torch.var(tensor(scores), correction=0)],
                  ("JAX", "jnp.var"): lambda: [jnp.var(scores)],
                  ("Keras", "ops.var"): lambda: [keras.ops.var(scores)]})


def losses(bench):
    logits, labels = [[1.0, 3, -1], [0.5, 0, 2], [1, 1, 1]], [1, 0, 2]
    both = lambda answer: np.append(answer[1][0], answer[0])  # the gradient, and then the loss

    def torch_both(formula, x):
        return np.append(torch_slope(formula, x), formula(tensor(x)))

    def jax_both(formula, x):
        return np.append(jax_slope(formula, x), formula(jnp.asarray(x, dtype=float)))

    kept = torch.tensor(labels)
    yield Row("cross-entropy from logits", both(bench.formula(
        "cross-entropy", logits, labels=labels)), {
            ("PyTorch", "F.cross_entropy"):
                lambda: torch_both(lambda x: F.cross_entropy(x, kept), logits),
            ("Optax", "softmax_cross_entropy_with_integer_labels"): lambda: jax_both(
                lambda x: optax.softmax_cross_entropy_with_integer_labels(
                    x, jnp.array(labels)).mean(), logits),
            ("Keras", "SparseCategoricalCrossentropy"): lambda: jax_both(
                lambda x: keras.losses.SparseCategoricalCrossentropy(from_logits=True)(
                    jnp.array(labels), x), logits)})
    yield Row("cross-entropy, smoothing 0.1: a share for every class", both(bench.attention(
        "smoothed cross-entropy", logits, labels=labels, settings={"smoothing": 0.1})), {
            ("PyTorch", "F.cross_entropy(label_smoothing=0.1)"): lambda: torch_both(
                lambda x: F.cross_entropy(x, kept, label_smoothing=0.1), logits),
            ("Optax", "smooth_labels"): lambda: jax_both(
                lambda x: optax.softmax_cross_entropy(
                    x, optax.smooth_labels(jax.nn.one_hot(jnp.array(labels), 3), 0.1)).mean(),
                logits),
            ("Keras", "CategoricalCrossentropy(label_smoothing=0.1)"): lambda: jax_both(
                lambda x: keras.losses.CategoricalCrossentropy(
                    from_logits=True, label_smoothing=0.1)(
                        jax.nn.one_hot(jnp.array(labels), 3), x), logits)})

    def pixels(labels, weights):
        columns = np.array(logits).T[None, :, :, None]
        return both(bench.image(
            "cross-entropy of pixels", columns, *([weights] if weights else []), labels=labels,
            settings={"ignored": -1}))

    def as_pixels(formula):
        """Of a loss of rows the numbers in the order of an image [1, C, N, 1]."""
        return np.append(np.asarray(formula[:-1]).reshape(3, 3).T, formula[-1])

    for title, chosen, weights in [
            ("one of three pixels ignored: the mean over the others", [1, -1, 2], None),
            ("class weights and one pixel ignored: divided by the weights of the others",
             [1, -1, 2], [0.5, 2.0, 1]),
            ("all pixels ignored: loss and gradient 0", [-1, -1, -1], None)]:
        kept_here, weighed = torch.tensor(chosen), weights and tensor(weights)
        rows = [1.0] * 3 if weights is None else [weights[c] for c in chosen]
        yield Row(title, pixels(chosen, weights), {
            ("PyTorch", "F.cross_entropy(ignore_index=-1)"): lambda: as_pixels(torch_both(
                lambda x: F.cross_entropy(x, kept_here, weighed, ignore_index=-1), logits)),
            ("Keras", "SparseCategoricalCrossentropy(ignore_class=-1)"): lambda: as_pixels(jax_both(
                lambda x: keras.losses.SparseCategoricalCrossentropy(
                    from_logits=True, ignore_class=-1)(
                        jnp.array(chosen), x, sample_weight=jnp.array(rows)), logits)),
            ("Optax", "softmax_cross_entropy_with_integer_labels(where=…)"): lambda: as_pixels(jax_both(
                lambda x: jnp.mean(
                    jnp.array(rows) * optax.softmax_cross_entropy_with_integer_labels(
                        x, jnp.maximum(jnp.array(chosen), 0)),
                    where=jnp.array(chosen) >= 0), logits))})

    outputs, targets = [[3.0, 1], [0, 2]], [[1.0, 2], [0, 5]]
    yield Row("squared error: divided by all entries", both(bench.formula(
        "squared error", outputs, targets)), {
            ("PyTorch", "F.mse_loss"):
                lambda: torch_both(lambda x: F.mse_loss(x, tensor(targets)), outputs),
            ("Optax", "squared_error(…).mean()"): lambda: jax_both(
                lambda x: optax.squared_error(x, jnp.array(targets)).mean(), outputs),
            ("Optax", "l2_loss(…).mean()"): lambda: jax_both(
                lambda x: optax.l2_loss(x, jnp.array(targets)).mean(), outputs),
            ("Keras", "MeanSquaredError"): lambda: jax_both(
                lambda x: keras.losses.MeanSquaredError()(jnp.array(targets), x), outputs)})
    yield Row("absolute error: no slope at an error of 0", both(bench.formula(
        "absolute error", outputs, targets)), {
            ("PyTorch", "F.l1_loss"):
                lambda: torch_both(lambda x: F.l1_loss(x, tensor(targets)), outputs),
            ("JAX", "jnp.abs"): lambda: jax_both(
                lambda x: jnp.abs(x - jnp.array(targets)).mean(), outputs),
            ("Keras", "MeanAbsoluteError"): lambda: jax_both(
                lambda x: keras.losses.MeanAbsoluteError()(jnp.array(targets), x), outputs)})
    sure, wrong = [[1000.0], [-1000]], [[0.0], [1]]
    yield Row("binary cross-entropy of logits ±1000 that are wrong", both(bench.formula(
        "binary cross-entropy", sure, wrong)), {
            ("PyTorch", "F.binary_cross_entropy_with_logits"): lambda: torch_both(
                lambda x: F.binary_cross_entropy_with_logits(x, tensor(wrong)), sure),
            ("Optax", "sigmoid_binary_cross_entropy"): lambda: jax_both(
                lambda x: optax.sigmoid_binary_cross_entropy(x, jnp.array(wrong)).mean(), sure),
            ("Keras", "BinaryCrossentropy(from_logits=True)"): lambda: jax_both(
                lambda x: keras.losses.BinaryCrossentropy(from_logits=True)(
                    jnp.array(wrong), x), sure)})


def flax_output(module, x, *more, **changes):
    variables = module.init(jax.random.key(0), x, *more)
    return module.apply(variables, x, *more, **changes)


def normalisation(bench):
    rng = np.random.default_rng(1)
    x = rng.standard_normal((5, 4)) + 1
    batch, running = bench.formula("batch norm", x)

    def flax_batch(x, epsilon=1e-5):
        return flax_output(
            nn.BatchNorm(use_running_average=False, momentum=0.9, epsilon=epsilon,
                         param_dtype=float), jnp.array(x), mutable=["batch_stats"])

    def keras_batch(x):
        layer = keras.layers.BatchNormalization(momentum=0.9, epsilon=1e-5)
        return np.asarray(layer(x, training=True)), layer

    def torch_batch(x, momentum):
        layer = torch.nn.BatchNorm1d(x.shape[1], momentum=momentum)
        return layer(tensor(x)).detach(), layer

    yield Row("batch norm, training: ε inside the root", batch, {
        ("PyTorch", "nn.BatchNorm1d"): lambda: torch_batch(x, 0.1)[0],
        ("Flax", "nn.BatchNorm"): lambda: flax_batch(x)[0],
        ("Keras", "BatchNormalization"): lambda: keras_batch(x)[0]})
    # Flax keeps what is running in float32.
    yield Row("batch norm, 0.9: the share of the old running mean", running[0], {
        ("PyTorch", "nn.BatchNorm1d(momentum=0.9)"): lambda: torch_batch(x, 0.9)[1].running_mean,
        ("PyTorch", "nn.BatchNorm1d(momentum=0.1)"): lambda: torch_batch(x, 0.1)[1].running_mean,
        ("Flax", "nn.BatchNorm(momentum=0.9)"): lambda: flax_batch(x)[1]["batch_stats"]["mean"],
        ("Keras", "BatchNormalization(momentum=0.9)"): lambda: keras_batch(x)[1].moving_mean},
        limit=1e-6)
    yield Row("batch norm, running variance: divided by N", running[1], {
        ("PyTorch", "nn.BatchNorm1d"): lambda: torch_batch(x, 0.1)[1].running_var,
        ("Flax", "nn.BatchNorm"): lambda: flax_batch(x)[1]["batch_stats"]["var"],
        ("Keras", "BatchNormalization"): lambda: keras_batch(x)[1].moving_variance}, limit=1e-6)
    yield Row("batch norm of a batch of one: β", bench.formula("batch norm", x[:1])[0], {
        ("PyTorch", "nn.BatchNorm1d"): lambda: torch_batch(x[:1], 0.1)[0],
        ("Flax", "nn.BatchNorm"): lambda: flax_batch(x[:1])[0],
        ("Keras", "BatchNormalization"): lambda: keras_batch(x[:1])[0]})
    yield Row("layer norm", bench.formula("layer norm", x)[0], {
        ("PyTorch", "F.layer_norm"): lambda: F.layer_norm(tensor(x), (4,)),
        ("Flax", "nn.LayerNorm(epsilon=1e-5)"): lambda: flax_output(
            nn.LayerNorm(epsilon=1e-5, param_dtype=float), jnp.array(x)),
        ("Flax", "nn.LayerNorm, whose ε is 1e-6"): lambda: flax_output(
            nn.LayerNorm(param_dtype=float), jnp.array(x)),
        ("Keras", "LayerNormalization(epsilon=1e-5)"):
            lambda: keras.layers.LayerNormalization(epsilon=1e-5)(x)})
    yield Row("group norm, two groups of neighbouring channels", bench.formula(
        "group norm", x, settings={"groups": 2})[0], {
            ("PyTorch", "F.group_norm"): lambda: F.group_norm(tensor(x), 2),
            ("Flax", "nn.GroupNorm(epsilon=1e-5)"): lambda: flax_output(
                nn.GroupNorm(2, epsilon=1e-5, param_dtype=float), jnp.array(x)),
            ("Keras", "GroupNormalization(epsilon=1e-5)"):
                lambda: keras.layers.GroupNormalization(2, epsilon=1e-5)(x)})
    large = (rng.standard_normal((1, 4096)) + 1e4).astype(np.float32)
    yield Row("layer norm of numbers around 10⁴ in float32: their deviation",
              bench.formula("layer norm", large, settings={"float32": 1})[0].std(), {
                  ("PyTorch", "F.layer_norm"):
                      lambda: F.layer_norm(torch.from_numpy(large), (4096,)).std(correction=0),
                  ("Flax", "nn.LayerNorm"): lambda: flax_output(
                      nn.LayerNorm(epsilon=1e-5), jnp.array(large)).std(),
                  ("Keras", "LayerNormalization"): lambda: np.std(keras.layers.LayerNormalization(
                      epsilon=1e-5, dtype="float32")(large))}, limit=1e-3)
    ones = np.ones((50, 40))
    for share in [0.25, 1]:
        def values(y):
            return np.unique(np.asarray(y, dtype=float).round(9))

        yield Row(f"dropout with probability {share}: what ones become", values(bench.formula(
            "dropout", ones, settings={"probability": share})[0]), {
                ("PyTorch", "F.dropout"): lambda: values(F.dropout(tensor(ones), share)),
                ("Flax", "nn.Dropout"): lambda: values(nn.Dropout(share, deterministic=False).apply(
                    {}, jnp.array(ones), rngs={"dropout": jax.random.key(0)})),
                ("Keras", "Dropout"):
                    lambda: values(keras.layers.Dropout(share)(ones, training=True))})


def starts(bench):
    def by(expected, draws):
        return np.std(np.asarray(draws)) / expected

    def asked(layer, **settings):
        return bench.formula(layer, [0], settings=dict(settings, start=1))

    def filled(fill, *shape):
        return fill(torch.empty(*shape))

    i = torch.nn.init
    size, key = (300, 200), jax.random.key(0)
    for layer, name, expected, call in [
            ("He", "he_normal", (2 / 300) ** 0.5, i.kaiming_normal_),
            ("Xavier", "glorot_normal", (2 / 500) ** 0.5, i.xavier_normal_)]:
        spelled = "".join(word.capitalize() for word in name.split("_"))
        yield Row(f"{layer}'s start: the deviation by the one of the paper",
                  by(expected, asked(layer, inputs=300, outputs=200)[0]), {
                      ("PyTorch", f"init.{call.__name__}"):
                          lambda: by(expected, filled(call, 200, 300)),
                      ("JAX", f"nn.initializers.{name}"): lambda: by(
                          expected, getattr(jax.nn.initializers, name)()(key, size)),
                      ("Keras", f"initializers.{spelled}"): lambda: by(
                          expected, getattr(keras.initializers, spelled)(seed=1)(size))}, limit=0.02)
    for layer, groups, expected, shape in [
            ("convolution", 4, (2 / 144) ** 0.5, (80, 16, 3, 3)),
            ("transposed convolution", 1, (2 / 576) ** 0.5, (64, 16, 3, 3))]:
        others = {
            ("PyTorch", "init.kaiming_normal_"):
                lambda: by(expected, filled(i.kaiming_normal_, *shape))}
        if groups == 1:
            others |= {
                ("Flax", "nn.ConvTranspose(kernel_init=he_normal())"): lambda: by(
                    expected, nn.ConvTranspose(
                        16, (3, 3), kernel_init=jax.nn.initializers.he_normal()).init(
                            key, jnp.ones((1, 4, 4, 64)))["params"]["kernel"]),
                ("Keras", "Conv2DTranspose(kernel_initializer=HeNormal())"): lambda: by(
                    expected, keras_kernel(keras.layers.Conv2DTranspose(
                        16, 3, kernel_initializer="he_normal"), (1, 4, 4, 64)))}
        else:
            others |= {
                ("Flax", "nn.Conv(kernel_init=he_normal())"): lambda: by(
                    expected, nn.Conv(
                        80, (3, 3), feature_group_count=groups,
                        kernel_init=jax.nn.initializers.he_normal()).init(
                            key, jnp.ones((1, 4, 4, 64)))["params"]["kernel"]),
                ("Keras", "Conv2D(kernel_initializer=HeNormal())"): lambda: by(
                    expected, keras_kernel(keras.layers.Conv2D(
                        80, 3, groups=groups, kernel_initializer="he_normal"), (1, 4, 4, 64)))}
        yield Row(
            f"He's start of a {layer}{f' of {groups} groups' if groups > 1 else ''}: fan-in is the "
            "channels that come in · k²", by(expected, asked(
                layer, inputs=64, outputs=80 if groups > 1 else 16, groups=groups)[0]), others,
            limit=0.03)


def keras_kernel(layer, shape):
    layer.build(shape)
    return layer.kernel


def images(bench):
    rng = np.random.default_rng(2)
    x = rng.standard_normal((1, 2, 5, 6))
    last = jnp.array(x.transpose(0, 2, 3, 1))
    first = lambda y: np.asarray(y).transpose(0, 3, 1, 2)
    w, b = rng.standard_normal((3, 2, 3, 3)), np.zeros(3)
    yield Row("convolution: the kernel is not turned round", bench.image(
        "convolution", x, w, b, settings={"height": 3, "width": 3})[0], {
            ("PyTorch", "F.conv2d"): lambda: F.conv2d(tensor(x), tensor(w)),
            ("JAX", "lax.conv"): lambda: jax.lax.conv(x, w, (1, 1), "VALID"),
            ("Keras", "ops.conv"):
                lambda: first(keras.ops.conv(last, w.transpose(2, 3, 1, 0)))})
    ties = np.array([[3.0, 3, 1, 2], [3, 3, 2, 2]])[None, None]
    size = {"height": 2, "width": 2, "stride": 2}
    yield Row("max pooling of equal entries: the first has it all", bench.image(
        "max pooling", ties, upstream=[[[[4.0, 8]]]], settings=size)[1][0], {
            ("PyTorch", "F.max_pool2d"):
                lambda: torch_slope(lambda x: F.max_pool2d(x, 2), ties, [[[[4, 8]]]]),
            ("Flax", "nn.max_pool"): lambda: jax_slope(lambda x: nn.max_pool(
                x.transpose(0, 2, 3, 1), (2, 2), (2, 2)).transpose(0, 3, 1, 2), ties, [[[[4, 8]]]]),
            ("Keras", "ops.max_pool"): lambda: jax_slope(lambda x: keras.ops.max_pool(
                x, 2, 2, data_format="channels_first"), ties, [[[[4, 8]]]])})
    below, around = -abs(x), {"height": 3, "width": 3, "stride": 1, "padding": 1}
    yield Row("max pooling of numbers below 0 with padding", bench.image(
        "max pooling", below, settings=around)[0], {
            ("PyTorch", "F.max_pool2d(padding=1)"): lambda: F.max_pool2d(tensor(below), 3, 1, 1),
            ("Flax", "nn.max_pool(padding=…)"): lambda: first(
                nn.max_pool(-abs(last), (3, 3), (1, 1), ((1, 1), (1, 1)))),
            ("Keras", "ops.max_pool(padding='same')"): lambda: keras.ops.max_pool(
                below, 3, 1, "same", data_format="channels_first")})
    yield Row("average pooling: padding is counted", bench.image(
        "average pooling", x, settings=around)[0], {
            ("PyTorch", "F.avg_pool2d(padding=1)"): lambda: F.avg_pool2d(tensor(x), 3, 1, 1),
            ("Flax", "nn.avg_pool(padding=…)"): lambda: first(
                nn.avg_pool(last, (3, 3), (1, 1), ((1, 1), (1, 1)))),
            ("Keras", "ops.average_pool(padding='same')"): lambda: keras.ops.average_pool(
                x, 3, 1, "same", data_format="channels_first")})
    small, v = rng.standard_normal((1, 2, 3, 4)), rng.standard_normal((2, 3, 3, 3))
    rear = jnp.array(small.transpose(0, 2, 3, 1))
    yield Row("transposed convolution, stride 2: the kernel is not turned round", bench.image(
        "transposed convolution", small, v, b,
        settings={"height": 3, "width": 3, "stride": 2})[0], {
            ("PyTorch", "F.conv_transpose2d"):
                lambda: F.conv_transpose2d(tensor(small), tensor(v), stride=2),
            ("Flax", "nn.ConvTranspose"): lambda: first(nn.ConvTranspose(
                3, (3, 3), (2, 2), "VALID", use_bias=False).apply(
                    {"params": {"kernel": v.transpose(2, 3, 0, 1)}}, rear)),
            ("Keras", "ops.conv_transpose"): lambda: first(keras.ops.conv_transpose(
                rear, v.transpose(2, 3, 1, 0), 2))})
    yield Row("transposed convolution with padding 1 and output padding 1", bench.image(
        "transposed convolution", small, v, b, settings={
            "height": 3, "width": 3, "stride": 2, "padding": 1, "outputPadding": 1})[0], {
            ("PyTorch", "F.conv_transpose2d(padding=1, output_padding=1)"):
                lambda: F.conv_transpose2d(tensor(small), tensor(v), None, 2, 1, 1),
            ("Keras", "ops.conv_transpose(padding='same')"): lambda: first(
                keras.ops.conv_transpose(rear, v.transpose(2, 3, 1, 0), 2, "same"))})
    taller = (1, 2, 6, 8)
    for title, layer, settings, name in [
            ("nearest upsampling by 2", "nearest upsampling", {}, "nearest"),
            ("bilinear upsampling by 2: half pixels", "bilinear upsampling", {}, "bilinear"),
            ("bilinear upsampling by 2: aligned corners", "bilinear upsampling",
             {"alignsCorners": 1}, "bilinear")]:
        aligned = "alignsCorners" in settings
        others = {
            ("JAX", f"image.resize('{name}')"): lambda: jax.image.resize(small, taller, name),
            ("Keras", f"ops.image.resize('{name}')"): lambda: keras.ops.image.resize(
                small, taller[2:], name, data_format="channels_first"),
            ("PyTorch", f"F.interpolate(mode='{name}')"):
                lambda: F.interpolate(tensor(small), scale_factor=2, mode=name)}
        if name == "bilinear":
            others |= {
                ("PyTorch", "F.interpolate(align_corners=True)"): lambda: F.interpolate(
                    tensor(small), scale_factor=2, mode=name, align_corners=True),
                ("SciPy", "ndimage.zoom(order=1)"):
                    lambda: scipy.ndimage.zoom(small, (1, 1, 2, 2), order=1)}
        yield Row(title, bench.image(layer, small, settings=dict(settings, factor=2))[0], others)
    found, labels = [0.0, 1, 1, 0], [0, 1, 0, 0]

    def measured():
        metric = keras.metrics.MeanIoU(3)
        metric.update_state(labels, found)
        return float(metric.result())

    # The metric of Keras counts in float32.
    yield Row("mean IoU of three classes, one absent: it is left out", bench.image(
        "measures of pixels", found, labels=labels,
        settings={"classes": 3, "ignored": -1})[0][0], {("Keras", "metrics.MeanIoU"): measured},
        limit=1e-6)
