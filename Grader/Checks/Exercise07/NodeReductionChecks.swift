import Doorway
import Grading
import Tensors

private func reduction(
  _ operation: @escaping @Sendable (Int?, Bool) -> GraphStep.Operation
) -> LayerContract<NodeGraph, Tensor, GraphGradients> {
  nodeContract(small: SmallGraphs.reduced(operation)) { exam in
    exam.reduced(exam.spread, operation)
  }
}

private let logSumExp = nodeContract(
  small: SmallGraphs.reduced { .logSumExp(axis: $0 ?? 0, keeping: $1) }
) { exam in
  exam.reduced({ exam.normal($0, deviation: 2) }) { .logSumExp(axis: $0 ?? 0, keeping: $1) }
    .filter { !$0.leaves[0].shape.isEmpty }
}

let nodeReductionChecks = [
  reduction { .sum(axis: $0, keeping: $1) }.check(
    "07.reductions.sum", .both, points: 2,
    claim: "each entry of a sum gets the gradient of the sum that it is in",
    uses: ["07.order.order"],
    hints: [
      "The gradient at x has the shape of x: an entry for each that was added.",
      "Along axis 1, an upstream [N] has to become [N, 1] first. expandingAxis(at:) does it.",
    ]),

  reduction { .mean(axis: $0, keeping: $1) }.check(
    "07.reductions.mean", .both, points: 1,
    claim: "the mean passes back upstream divided by how many entries it is the mean of",
    uses: ["07.reductions.sum", "07.arithmetic.multiply"],
    hints: ["Of all entries, or of those along one axis: which number divides?"]),

  reduction { .max(axis: $0, keeping: $1) }.check(
    "07.reductions.max", .both, points: 2,
    claim: "the greatest entry gets the whole gradient, and the others 0",
    uses: ["07.order.order"],
    hints: [
      "If an entry that is not the greatest grows a little, the maximum stays as it is.",
      "Along axis 0 of a matrix the places are columns. Put the axis last, and it is like axis 1.",
    ]
  ) { exam in
    // The second is greater, by little.
    let a = exam.number(in: 1...2)
    let x = Tensor([[a, a + 1e-9], [a - 1, a + 2e-9]])
    return [nil, 0, 1].map { NodeGraph([x], [GraphStep(.max(axis: $0, keeping: false), of: 0)]) }
  },

  reduction { .max(axis: $0, keeping: $1) }.check(
    "07.reductions.max-ties", .gradients(), points: 1,
    claim: "where several entries are the greatest, the first has the whole gradient",
    buildsOn: ["07.reductions.max"],
    hints: ["A comparison with the greatest finds all that are as great. How many are wanted?"],
    alone: true,
    small: [[3, 3], [3, 3, 2]].map {
      NodeGraph([Tensor($0)], [GraphStep(.max(axis: 0, keeping: false), of: 0)])
    }
  ) { exam in
    let (a, b) = (exam.number(in: 1...2), exam.number(in: -2 ... -1))
    let x = Tensor([[a, b, a], [a, a, b], [b, a, a]])
    let all = Tensor(repeating: b, shape: [2, 3, 2])
    // The first row by row is another than the first column by column.
    let crossed = Tensor([[b, a], [a, b]])
    return [
      NodeGraph([crossed], [GraphStep(.max(axis: nil, keeping: false), of: 0)]),
      NodeGraph([x], [GraphStep(.max(axis: nil, keeping: false), of: 0)]),
      NodeGraph([x], [GraphStep(.max(axis: 0, keeping: false), of: 0)]),
      NodeGraph([x], [GraphStep(.max(axis: 1, keeping: true), of: 0)]),
      NodeGraph([all], [GraphStep(.max(axis: nil, keeping: false), of: 0)]),
      NodeGraph([all], [GraphStep(.max(axis: 1, keeping: false), of: 0)]),
      NodeGraph([Tensor([b, b - 1, b])], [GraphStep(.max(axis: 0, keeping: false), of: 0)]),
    ]
  },

  logSumExp.check(
    "07.reductions.logSumExp", .both, points: 2,
    claim: "the gradient of log Σ eˣ is upstream times the softmax of x",
    uses: ["07.order.order"],
    hints: [
      "Differentiate the logarithm, then the sum: e^x[i] / Σ e^x[k].",
      "The sum goes over one axis. Does the division, too?",
    ]),

  logSumExp.check(
    "07.reductions.logSumExp-extremes", .both, points: 1,
    claim: "log Σ eˣ of entries near ±1000 is a number, and so is its gradient",
    uses: ["07.reductions.logSumExp"],
    hints: ["log Σ eˣ = m + log Σ eˣ⁻ᵐ for any m. Which m, and for each row the same one?"],
    alone: true,
    small: [[1000, 1000], [-1000, -1000]].map {
      NodeGraph([Tensor($0)], [GraphStep(.logSumExp(axis: 0, keeping: false), of: 0)])
    }
  ) { exam in
    let (a, b) = (exam.number(in: 800...1500), exam.number(in: 0.5...2))
    let x = Tensor([[a, -a, a - b], [-a, -a - b, -a + b], [0, b, -a]])
    return [0, 1].map { NodeGraph([x], [GraphStep(.logSumExp(axis: $0, keeping: false), of: 0)]) }
  },
]

extension Examination {
  /// Entries of both signs of which no two are near each other, in any order.
  fileprivate func spread(_ shape: [Int]) -> Tensor {
    let count = shape.reduce(1, *)
    let level = number(in: -0.7 ... -0.3) * Double(count) * 0.2
    let entries = (0..<count).map { level + 0.2 * (Double($0) + number(in: 0...0.5)) }
    return Tensor(shape: shape, scalars: entries.shuffled(using: &generator))
  }

  /// A reduction of all entries, and along each axis of tensors of many shapes.
  fileprivate func reduced(
    _ draw: ([Int]) -> Tensor, _ operation: (Int?, Bool) -> GraphStep.Operation
  ) -> [NodeGraph] {
    let n = counts(3, in: 2...5)
    let shapes = [
      [n[0], n[1]], [n[2]], [2, n[0], 3], [n[0], n[0]], [1, n[1]], [n[1], 1], [2, 3, 1, 2],
    ]
    return shapes.flatMap { shape in
      shape.indices.map { axis in
        let keeping = count(in: 0...1) == 1
        return NodeGraph([draw(shape)], [GraphStep(operation(axis, keeping), of: 0)])
      } + [NodeGraph([draw(shape)], [GraphStep(operation(nil, false), of: 0)])]
    }
      + [true, false].flatMap { keeping in
        [0, 1].map {
          NodeGraph([draw([3, n[2]])], [GraphStep(operation($0, keeping), of: 0)])
        }
      } + [NodeGraph([draw([])], [GraphStep(operation(nil, false), of: 0)])]
  }
}
