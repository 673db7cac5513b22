import Doorway
import Foundation
import Grading
import Tensors

extension Examination {
  /// Images no two entries of which are nearer than 0.05, of both signs, and in no order.
  fileprivate func apart(_ shape: [Int]) -> Tensor {
    let count = shape.reduce(1, *)
    return Tensor(
      shape: shape,
      scalars: (0..<count).shuffled(using: &generator).map {
        0.1 * Double($0 - count / 2) + number(in: 0...0.05)
      })
  }

  fileprivate func pools() -> [PoolingInput] {
    let n = count(in: 2...3)
    return [
      PoolingInput(apart([n, 2, 4, 6]), WindowSettings(2, 2, stride: 2)),
      PoolingInput(apart([1, 3, 5, 4]), WindowSettings(3, 2)),
      PoolingInput(apart([2, 1, 5, 7]), WindowSettings(2, 3, stride: 2)),
      // Positive where there is padding: who pads with 0 is told once, by the check of that.
      PoolingInput(5 + apart([2, 2, 4, 3]), WindowSettings(3, 3, stride: 2, padding: 1)),
      PoolingInput(apart([1, 1, 3, 3]), WindowSettings(3, 3)),
      PoolingInput(apart([2, 1, 2, 3]), WindowSettings(1, 1)),
      PoolingInput(apart([1, 2, 5, 5]), WindowSettings(1, 2, stride: 3)),
      PoolingInput(apart([count(in: 33...40), 1, 2, 2]), WindowSettings(2, 1)),
    ]
  }

  fileprivate func padded(_ sign: Double) -> [PoolingInput] {
    [
      PoolingInput(
        sign * (5 + abs(apart([2, 2, 3, 4]))), WindowSettings(3, 3, stride: 2, padding: 2)),
      PoolingInput(
        sign * (1e-3 + 0.1 * abs(apart([1, 1, 4, 4]))), WindowSettings(2, 2, padding: 1)),
      PoolingInput(sign * (900 + abs(apart([2, 1, 1, 3]))), WindowSettings(2, 3, padding: 1)),
    ]
  }
}

extension Examination {
  /// Less than whatever number is taken for one that is less than all.
  fileprivate func deep() -> [PoolingInput] {
    let powers = [4.0, 10, 35].map { number(in: 1...2) * pow(10, $0) }
    return powers.map { power in
      PoolingInput(
        -power * (1 + 0.01 * abs(apart([1, 2, 2, 3]))), WindowSettings(2, 2, stride: 2, padding: 1))
    }
  }
}

/// No two entries are equal: one window, one that moves by its width, one that overlaps, two channels.
private let smallPools = [
  PoolingInput(SmallCases.tensor([1, 1, 1, 2]), WindowSettings(1, 2)),
  PoolingInput(SmallCases.tensor([1, 1, 2, 2]), WindowSettings(2, 2)),
  PoolingInput(SmallCases.tensor([1, 1, 1, 3]), WindowSettings(1, 2)),
  PoolingInput(SmallCases.tensor([1, 2, 1, 2]), WindowSettings(1, 2)),
  PoolingInput(SmallCases.tensor([1, 1, 2, 4]), WindowSettings(2, 2, stride: 2)),
]

private let smallPadded = PoolingInput(
  Tensor(shape: [1, 1, 1, 1], scalars: [-2]), WindowSettings(2, 2, padding: 1))

private let maxPool = LayerContract(.maxPool, small: smallPools) { $0.pools() }

let maxPoolChecks = [
  maxPool.check(
    "09.maxPool.forward", .outputs, points: 3,
    claim: "each output is the greatest entry of its window, channel by channel",
    hints: [
      "Bring the axes of a window side by side, and take max(along:) of them.",
      "Windows may overlap, and may leave a rest at the edge.",
    ]),
  maxPool.check(
    "09.maxPool.padding", .both, points: 2,
    claim: "what lies in the padding is never the greatest, not even among negative numbers",
    buildsOn: ["09.maxPool.forward"],
    hints: ["Which number is less than all others? padded(by:with:) takes it."], alone: true,
    small: [smallPadded]
  ) { $0.padded(-1) + $0.padded(1) + $0.deep() },
  maxPool.check(
    "09.maxPool.gradient", .gradients(), points: 3,
    claim: "upstream goes back to the greatest entry; who is the greatest of several has the sum",
    hints: [
      "If an entry that is not the greatest grows a little, what does y do?",
      "add(_:toWindowsOf:stride:) adds up what comes from several windows.",
    ]),
  maxPool.check(
    "09.maxPool.ties", .gradients(), points: 2,
    claim: "where several entries are the greatest, the first in row order has the whole gradient",
    buildsOn: ["09.maxPool.gradient"],
    hints: [
      "Row order: the upper row first, and in a row from left to right.",
      "y .== entry is true for all of them. What is left for the second?",
    ], alone: true,
    small: [
      PoolingInput(Tensor(shape: [1, 1, 1, 2], scalars: [3, 3]), WindowSettings(1, 2)),
      PoolingInput(Tensor(shape: [1, 1, 2, 2], scalars: [-2, 3, 3, 3]), WindowSettings(2, 2)),
    ]
  ) { exam in
    let (a, b) = (exam.number(in: 1...2), exam.number(in: 3...4))
    func image(_ rows: [[Double]]) -> Tensor {
      Tensor(rows).reshaped(to: [1, 1, rows.count, rows[0].count])
    }
    return [
      PoolingInput(image([[a, b, a, a], [b, b, b, a]]), WindowSettings(2, 2, stride: 2)),
      PoolingInput(
        Tensor(repeating: -b, shape: [2, 2, 3, 4]), WindowSettings(2, 3, padding: 1)),
      PoolingInput(image([[0, -a, b], [b, 0, b], [-a, b, 0]]), WindowSettings(2, 2)),
      PoolingInput(image([[a, 0, b], [0, a, a], [a, b, 0], [b, 0, b]]), WindowSettings(3, 2)),
      // Behind a ReLU many are 0.
      PoolingInput(image([[0, 0, -a, 0], [-a, 0, 0, -b]]), WindowSettings(2, 2)),
      // As good as equal is not equal.
      PoolingInput(image([[a, a.nextUp], [a, a.nextUp.nextUp]]), WindowSettings(2, 2)),
      PoolingInput(image([[a, a + 1e-8], [a - 1e-8, a + 2e-8]]), WindowSettings(2, 2)),
    ]
  },
]

private let averagePool = LayerContract(.averagePool, small: smallPools + [smallPadded]) {
  $0.pools() + $0.padded(1)
}

let averagePoolChecks = [
  averagePool.check(
    "09.averagePool.forward", .outputs, points: 2,
    claim: "each output is the sum of its window by KH · KW, zeros of the padding counted",
    hints: ["The number of entries of a window is the same everywhere, at the edge as well."]),
  averagePool.check(
    "09.averagePool.gradient", .gradients(), points: 2,
    claim: "each entry of a window has an equal share of its upstream",
    hints: ["upstream / (KH · KW), once for each entry: what shape have the windows?"]),
]
