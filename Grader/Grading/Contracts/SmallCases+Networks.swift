import Doorway
import Tensors

extension SmallCases {
  /// Networks with samples of two entries: of one layer, with one hidden unit, with two, and with two
  /// samples. No hidden unit is at the kink of ReLU.
  ///
  /// - Parameter activation: Of all; nil for ReLU and sigmoid.
  public static func nets(
    _ activation: NetInput.Activation? = nil, regularization: Double = 0
  ) -> [NetInput] {
    let kinds: [([Int], NetInput.Activation, [Int])] = [
      ([2, 2], .relu, [0]), ([2, 1, 2], .relu, [1]), ([2, 2, 2], .sigmoid, [0]),
      ([2, 1, 2], .sigmoid, [0, 1]),
    ]
    return kinds.map { sizes, usual, labels in
      NetInput(
        parameters: zip(sizes, sizes.dropFirst()).enumerated().flatMap { i, layer in
          [
            0.5 * tensor([layer.0, layer.1], from: 2 * i + 2),
            0.5 * tensor([layer.1], from: 3 * i + 4),
          ]
        },
        activation: activation ?? usual, regularization: regularization,
        x: tensor([labels.count, sizes[0]]), labels: labels)
    }
  }
}
