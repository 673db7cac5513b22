import Doorway
import Tensors

extension Examination {
  /// A network of random parameters, and samples for it that leave every hidden unit away from the
  /// kink of ReLU.
  public func net(
    _ sizes: [Int], _ activation: NetInput.Activation, samples: Int, scale: Double = 1,
    weights: Double = 1, regularization: Double = 0
  ) -> NetInput {
    while true {
      let net = NetInput(
        parameters: zip(sizes, sizes.dropFirst()).flatMap {
          [normal([$0, $1], deviation: weights), normal([$1])]
        },
        activation: activation, regularization: regularization,
        x: normal([samples, sizes[0]], deviation: scale),
        labels: labels(samples, classes: sizes[sizes.count - 1]))
      if activation != .relu || net.distanceFromKink > 1e-3 { return net }
    }
  }
}

extension NetInput {
  /// How near the input of a hidden unit of a network with ReLU comes to 0.
  fileprivate var distanceFromKink: Double {
    var (signal, distance) = (x, Double.infinity)
    for i in stride(from: 0, to: parameters.count - 2, by: 2) {
      let sums = signal.matmul(parameters[i]) + parameters[i + 1]
      distance = min(distance, abs(sums).min())
      signal = max(sums, 0)
    }
    return distance
  }
}
