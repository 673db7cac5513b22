import Doorway
import Grading
import Tensors

private let graph = LayerContract(
  .graph, forward: "Graph.value", backward: "Graph.slopes", small: smallGraphs
) { $0.graphInputs() }

private let between = FunctionContract(.graphSlopes, small: smallGraphs) { $0.graphInputs() }

private let smallGraphs = [(1.0, 1.0, 1.0), (2, -1, 0.5)].map { GraphInput(x: $0, y: $1, z: $2) }

let graphChecks = [
  between.check(
    "02.graph.between", points: 3,
    claim:
      "the slopes at p, q, r, s and t are right: q hears of the loss from two sides, and p too",
    hints: [
      "Begin at the end: by how much does L grow with r, and with t?",
      "Which lines of the formula use q? Each of them adds something to its slope.",
    ]),

  graph.check(
    "02.graph.ends", .gradients(), points: 4,
    claim: "the slopes at x, y and z are right: where paths meet, slopes add",
    uses: ["02.graph.between"],
    hints: [
      "x stands in two lines of the formula. Have you been to both?",
      "When you take the slope at p on to x and y, is it complete by then?",
    ]),
]

extension Examination {
  fileprivate func graphInputs() -> [GraphInput] {
    (0..<6).map { _ in
      GraphInput(x: number(in: -2...2), y: number(in: -2...2), z: number(in: -2...2))
    } + [
      GraphInput(x: 0, y: number(in: 1...2), z: number(in: 1...2)),
      GraphInput(x: number(in: 10...20), y: number(in: -20 ... -10), z: 0),
      GraphInput(x: number(in: 1...2), y: 0, z: number(in: 1...2)),
      // q is 0, and p is not; then all are.
      GraphInput(x: 2, y: -1.5, z: 3), GraphInput(x: 0, y: 0, z: 0),
    ]
  }
}

extension Examination {
  /// Of which every other entry or so is 0.
  fileprivate func withHoles(_ shape: [Int]) -> Tensor {
    normal(shape) * Tensor(normal(shape) .> 0)
  }
}

private func products(
  _ question: LayerContract<ProductInput, Tensor, GradientsAt<ProductInput>>.Asked, _ name: String
) -> LayerContract<ProductInput, Tensor, GradientsAt<ProductInput>> {
  LayerContract(
    question, forward: "x · W", backward: name,
    small: [(1, 1, 1), (1, 2, 1), (2, 1, 1), (1, 1, 2), (2, 2, 1), (2, 2, 2)].map {
      ProductInput(x: SmallCases.tensor([$0, $1]), weights: SmallCases.tensor([$1, $2], from: 4))
    }
  ) { exam in
    let n = exam.counts(4, in: 2...6)
    return [
      (n[0], n[1], n[2]), (1, n[2], n[3]), (n[1], 1, n[2]), (n[2], n[3], 1), (3, 3, 3), (1, 1, 1),
      (exam.prime(), 2, 3), (131, 2, 2), (5, 4, 3),
    ].enumerated().map { i, size in
      let (x, weights) = ([size.0, size.1], [size.1, size.2])
      // In the last, every other entry is 0 or so: its own slope is not.
      return ProductInput(
        x: i == 8 ? exam.withHoles(x) : exam.normal(x, deviation: i == 4 ? 50 : 1),
        weights: i == 8 ? exam.withHoles(weights) : exam.normal(weights, deviation: i == 0 ? 50 : 1)
      )
    }
  }
}

private func contractions(
  _ question: LayerContract<ContractionInput, Tensor, GradientsAt<ContractionInput>>.Asked,
  _ name: String
) -> LayerContract<ContractionInput, Tensor, GradientsAt<ContractionInput>> {
  LayerContract(
    question, forward: "the contraction", backward: name,
    small: [
      (1, 1, 1, 1), (2, 1, 1, 1), (1, 2, 1, 1), (1, 1, 2, 1), (1, 1, 1, 2), (1, 2, 2, 1),
      (2, 2, 2, 2),
    ].map {
      ContractionInput(
        a: SmallCases.tensor([$0, $1]), b: SmallCases.tensor([$0, $2], from: 3),
        weights: SmallCases.tensor([$1, $2, $3], from: 5))
    }
  ) { exam in
    let n = exam.counts(4, in: 2...5)
    return [
      (n[0], n[1], n[2], n[3]), (1, n[1], n[3], n[2]), (n[3], 1, n[0], n[1]), (n[2], n[0], 1, n[1]),
      (n[1], n[2], n[3], 1), (3, 3, 3, 3), (2, 3, 3, 2), (exam.prime(), 2, 2, 3),
      (131, 2, 1, 2), (4, 3, 4, 2),
    ].enumerated().map { i, size in
      func normal(_ shape: [Int]) -> Tensor { i == 9 ? exam.withHoles(shape) : exam.normal(shape) }
      return ContractionInput(
        a: (i == 5 ? 30 : 1) * normal([size.0, size.1]),
        b: (i == 0 ? 30 : 1) * normal([size.0, size.2]),
        weights: (i == 6 ? 30 : 1) * normal([size.1, size.2, size.3]))
    }
  }
}

let productChecks = [
  products(.productByLoops, "MatrixProduct.gradientsByLoops").check(
    "02.product.loops", .gradients(), points: 3,
    claim: "loops over n, d and m gather both gradients of a matrix product",
    hints: [
      "One term x[n, d] · W[d, m] of y[n, m]: what is its slope by each of the two factors?",
      "Whatever arrives is added to what is there: start with zeros, and use +=.",
    ]),

  products(.product, "MatrixProduct.gradients").check(
    "02.product.matrices", .gradients(), points: 3,
    claim: "two matrix products give the same gradients",
    hints: [
      "Write the three shapes down. Which product of two of them has the shape of the third?",
      "In your loops, over which index does each += add?",
    ]),

  contractions(.contractionByLoops, "Contraction.gradientsByLoops").check(
    "02.contraction.loops", .gradients(), points: 3,
    claim: "loops over n, i, j and k gather all three gradients of the contraction",
    hints: [
      "One term has three factors. Its slope by one of them is the product of the other two.",
      "How many lines with += stand in the innermost loop?",
    ]),

  contractions(.contraction, "Contraction.gradients").check(
    "02.contraction.matrices", .gradients(), points: 4,
    claim: "the contraction's gradients come from matrix products over pairs of indices, too",
    hints: [
      "Hold one sample fast: the products b[j] · upstream[k] are a table [J, K]. Make it a row.",
      "Are the pairs in the same order on both sides of the product: [I, K], not [K, I]?",
    ]),
]
