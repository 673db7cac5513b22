import Tensors

/// A network of affine layers with one activation between them, and none behind the last.
///
///     x → affine → activation → affine → … → affine → logits
///
/// Its loss is the cross-entropy plus `regularization` · Σ w², the sum being over the weights
/// of all layers; biases are left alone.
public struct ClassificationNet: Sendable {
  public var layers: [Affine]
  public var activation: any Layer
  public var regularization: Double

  /// A network of given layers.
  public init(layers: [Affine], activation: any Layer = ReLU(), regularization: Double = 0) {
    self.layers = layers
    self.activation = activation
    self.regularization = regularization
  }

  /// A new network: `sizes` is [inputs, hidden, …, classes].
  ///
  /// Weights are drawn from a normal distribution with mean 0 and deviation `weightDeviation`,
  /// layer by layer from the first; biases start at 0.
  public init(
    sizes: [Int], activation: any Layer = ReLU(), weightDeviation: Double = 0.001,
    regularization: Double = 0, using generator: inout some RandomNumberGenerator
  ) {
    var ls: [Affine] = [];
    var i: Int = 0;
    while (i + 1 < sizes.count)
    {
      var W: Tensor = Tensor(normal: [sizes[i], sizes[i + 1]], using: &generator);
      W.mutateEntries { w in for k in w.indices { w[k] *= weightDeviation; } }
      ls.append(Affine(weights: W, bias: Tensor(zeros: [sizes[i + 1]])));
      i += 1;
    }
    self.layers = ls; self.activation = activation; self.regularization = regularization;
  }

  /// The weights and bias of the first layer, of the second, and so on: what an optimizer moves.
  public var parameters: [Tensor] {
    get { layers.flatMap { [$0.weights, $0.bias] } }
    set {
      for i in layers.indices {
        layers[i].weights = newValue[2 * i]
        layers[i].bias = newValue[2 * i + 1]
      }
    }
  }

  /// Returns the logits `[N, C]` of `x` (`[N, …]`), and the caches of all layers in the order
  /// in which they were passed: affine, activation, affine, …
  public func forward(_ x: Tensor) -> (logits: Tensor, caches: [Tensor]) {
    let L: Int = layers.count;
    var a: Tensor = x;
    var caches: [Tensor] = Array(repeating: x, count: 2 * L - 1);
    for l in 0 ..< L
    {
      (a, caches[2 * l]) = layers[l].forward(a);
      if (l == L - 1) { break; }
      (a, caches[2 * l + 1]) = activation.forward(a);
    }
    return (a, caches);
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ x: Tensor, labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, caches): (Tensor, [Tensor]) = forward(x);
    let ce: CrossEntropyFromLogits = CrossEntropyFromLogits();
    let (dataLoss, cache): (Double, Tensor) = ce.forward(logits, labels: labels);
    var delta: Tensor = ce.backward(cache: cache, labels: labels);
    var grads: [Tensor] = parameters;
    for k in stride(from: 2 * layers.count - 2, through: 0, by: -1)
    {
      if (k & 1 == 0)
      {
        (delta, grads[k], grads[k + 1]) = layers[k >> 1].backward(delta, cache: caches[k]);
      }
      else
      {
        delta = activation.backward(delta, cache: caches[k]);
      }
    }
    var reg: Double = 0.0;
    for l in 0 ..< layers.count
    {
      let w: Tensor = layers[l].weights;
      w.withEntries { e in for i in e.indices { reg += e[i] * e[i]; } }
      grads[2 * l] += 2.0 * regularization * w;
    }
    return (dataLoss + regularization * reg, grads);
  }

  /// Returns the class with the highest logit of each of the N samples.
  public func predictions(for x: Tensor) -> [Int] {
    forward(x).logits.argmax(along: 1)
  }
}
