import Doorway
import Grading
import Tensors

private func each(
  _ operation: GraphStep.Operation, small: [NodeGraph]? = nil,
  _ draw: @escaping @Sendable (Examination, [Int]) -> Tensor
) -> LayerContract<NodeGraph, Tensor, GraphGradients> {
  nodeContract(small: small ?? SmallGraphs.single(operation)) { exam in
    (exam.shapesOfAllKinds() + [[]]).map {
      NodeGraph([draw(exam, $0)], [GraphStep(operation, of: 0)])
    }
  }
}

let nodeFunctionChecks = [
  each(.exp) { $0.normal($1) }.check(
    "07.functions.exp", .both, points: 1,
    claim: "eˣ has itself for its slope",
    uses: ["07.order.order"],
    hints: ["What the way back needs is the value, and you have it."]
  ) { $0.far(.exp, 20...40, 60...300) },

  each(.log, small: SmallGraphs.single(.log, change: abs)) { abs($0.awayFromZero($1)) * 2 }.check(
    "07.functions.log", .both, points: 1,
    claim: "the natural logarithm has the slope 1 / x",
    uses: ["07.order.order"],
    hints: ["Is it the natural logarithm on the way back, too?"]
  ) { $0.far(.log, 1e-12...1e-11, 1e-9...1e-7, 1e5...1e6) },

  each(.relu) { $0.awayFromZero($1) }.check(
    "07.functions.relu", .both, points: 1,
    claim: "ReLU keeps what is positive, and upstream passes there and nowhere else",
    uses: ["07.order.order"],
    hints: ["Which tensor decides where the gradient passes: the one that went in, or upstream?"]
  ) { $0.far(.relu, 1e-9...1e-7, 50...90) },

  each(.relu) { $0.awayFromZero($1) }.check(
    "07.functions.relu-zero", .gradients(), points: 1,
    claim: "where x is exactly 0, the gradient of ReLU is 0",
    buildsOn: ["07.functions.relu"],
    hints: ["Is 0 among the entries that your mask stops?"], alone: true,
    small: [NodeGraph([Tensor([0])], [GraphStep(.relu, of: 0)])]
  ) { exam in
    let mixed = Tensor([0, exam.number(in: 1...2), -0.0, exam.number(in: -2 ... -1)])
    return [mixed, Tensor(zeros: [2, exam.count(in: 2...4)])].map {
      NodeGraph([$0], [GraphStep(.relu, of: 0)])
    }
  },

  each(.tanh) { $0.normal($1, deviation: 1.3) }.check(
    "07.functions.tanh", .both, points: 1,
    claim: "the hyperbolic tangent has the slope 1 - y²",
    uses: ["07.order.order"],
    hints: ["y is what came out, not what went in."]
  ) { $0.extremes(.tanh) },

  each(.sigmoid) { $0.normal($1, deviation: 2) }.check(
    "07.functions.sigmoid", .both, points: 1,
    claim: "the logistic function has the slope y · (1 - y)",
    uses: ["07.order.order"],
    hints: ["y is what came out, not what went in."]),

  each(.sigmoid) { $0.normal($1) }.check(
    "07.functions.sigmoid-extremes", .both, points: 1,
    claim: "the logistic function of ±1000 and its gradient are numbers",
    uses: ["07.functions.sigmoid"],
    hints: ["e¹⁰⁰⁰ is infinity to a computer. Infinity divided by infinity is no number."],
    alone: true,
    small: [1000, -1000].map { NodeGraph([Tensor([$0])], [GraphStep(.sigmoid, of: 0)]) }
  ) { $0.extremes(.sigmoid) },
]

extension Examination {
  /// An entry of each range, for whoever keeps entries within bounds.
  fileprivate func far(
    _ operation: GraphStep.Operation, _ ranges: ClosedRange<Double>...
  ) -> [NodeGraph] {
    ranges.map { NodeGraph([Tensor([number(in: $0)])], [GraphStep(operation, of: 0)]) }
  }

  fileprivate func extremes(_ operation: GraphStep.Operation) -> [NodeGraph] {
    let sizes = [20.0...40, 300...400, 720...800, 1e3...1e6].map { number(in: $0) }
    let entries: [Double] = sizes.flatMap { [$0, -$0] } + [0]
    let x = Tensor(entries.shuffled(using: &generator))
    return [NodeGraph([x], [GraphStep(operation, of: 0)])]
  }
}
