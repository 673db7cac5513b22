import Tensors

/// What an operation makes of nodes that are there already, by their numbers.
public struct GraphStep: Codable, Sendable {
  public enum Operation: Codable, Sendable, Equatable {
    case add, subtract, negate, multiply, divide
    case power(Double)
    case exp, log, relu, tanh, sigmoid

    /// Of all entries where there is no axis.
    case sum(axis: Int?, keeping: Bool)
    case mean(axis: Int?, keeping: Bool)
    case max(axis: Int?, keeping: Bool)
    case logSumExp(axis: Int, keeping: Bool)
    case matmul
    case reshape([Int])
    case transpose([Int])
    case concatenate(axis: Int)
    case rows([Int])
    case gather([Int], axis: Int)
    case detach
  }

  public var operation: Operation
  public var operands: [Int]

  public init(_ operation: Operation, of operands: Int...) {
    self.operation = operation
    self.operands = operands
  }

  public init(_ operation: Operation, of operands: [Int]) {
    self.operation = operation
    self.operands = operands
  }
}

/// A graph to be built: leaves, which are nodes 0, 1, …, and a step for each node behind them.
public struct NodeGraph: LayerInput {
  public var leaves: [Tensor]
  public var steps: [GraphStep]

  public init(_ leaves: [Tensor], _ steps: [GraphStep]) {
    self.leaves = leaves
    self.steps = steps
  }

  public var differentiable: [Part] {
    get { leaves.enumerated().map { Part(Self.name($0), $1) } }
    set { leaves = newValue.map(\.value) }
  }

  public var sizes: [Size] { [Size("the number of entries of a", leaves[0].count)] }

  public var title: String? {
    let shapes = leaves.enumerated().prefix(4).map { i, leaf in
      let entries = leaf.count <= 4 ? " = \(leaf.scalars.map(Self.short))" : ""
      return "\(Self.name(i)) \(leaf.shape)\(entries.replacing("\"", with: ""))"
    }
    let last = leaves.count + steps.count - 1
    let formula = steps.count <= 4 ? words(last) : "a graph of \(steps.count) steps"
    let isSingle = leaves.contains { $0.elementType == .float32 } ? " (float32)" : ""
    return "\(formula), \(shapes.joined(separator: ", "))\(isSingle)"
  }

  /// a, b, …, z, and numbers from there on.
  static func name(_ leaf: Int) -> String {
    leaf < 26 ? String(UnicodeScalar(UInt8(97 + leaf))) : "leaf \(leaf)"
  }

  private static func short(_ x: Double) -> String { "\((x * 1e4).rounded() / 1e4)" }

  private func words(_ node: Int) -> String {
    guard node >= leaves.count else { return Self.name(node) }
    let step = steps[node - leaves.count]
    let operands = step.operands.map(words)
    func infix(_ sign: String) -> String { "(\(operands.joined(separator: " \(sign) ")))" }
    func along(_ name: String, _ axis: Int?, _ keeping: Bool) -> String {
      let axis = axis.map { "along: \($0)\(keeping ? ", keepingAxis: true" : "")" } ?? ""
      return "\(operands[0]).\(name)(\(axis))"
    }
    return switch step.operation {
    case .add: infix("+")
    case .subtract: infix("-")
    case .multiply: infix("*")
    case .divide: infix("/")
    case .negate: "-\(operands[0])"
    case .power(let n): "pow(\(operands[0]), \(n))"
    case .exp: "exp(\(operands[0]))"
    case .log: "log(\(operands[0]))"
    case .relu: "relu(\(operands[0]))"
    case .tanh: "tanh(\(operands[0]))"
    case .sigmoid: "sigmoid(\(operands[0]))"
    case .sum(let axis, let keeping): along("sum", axis, keeping)
    case .mean(let axis, let keeping): along("mean", axis, keeping)
    case .max(let axis, let keeping): along("max", axis, keeping)
    case .logSumExp(let axis, let keeping): along("logSumExp", axis, keeping)
    case .matmul: "\(operands[0]).matmul(\(operands[1]))"
    case .reshape(let shape): "\(operands[0]).reshaped(to: \(shape))"
    case .transpose(let axes): "\(operands[0]).transposed(permuting: \(axes))"
    case .concatenate(let axis):
      "Node(concatenating: [\(operands.joined(separator: ", "))], along: \(axis))"
    case .rows(let indices): "\(operands[0]).rows(at: \(indices))"
    case .gather(let indices, let axis): "\(operands[0]).gathered(at: \(indices), along: \(axis))"
    case .detach: "\(operands[0]).detached()"
    }
  }
}

/// The gradients at the leaves of a graph, in their order.
public struct GraphGradients: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  public var parts: [Part] {
    tensors.enumerated().map { Part("the gradient at \(NodeGraph.name($0))", $1) }
  }
}

extension Question
where Input == LayerRun<NodeGraph>, Reply == LayerTrace<Double, GraphGradients> {
  /// A graph of numbers, the last of which is the end.
  public static var scalarGraph: Self { Self("07.scalar") }
}

extension Question
where Input == LayerRun<NodeGraph>, Reply == LayerTrace<Tensor, GraphGradients> {
  /// A graph of tensors. The way back starts at the last node with the upstream that is given.
  public static var nodeGraph: Self { Self("07.node") }
}

/// A gradient, and the shape that was broadcast to its own.
public struct BroadcastInput: LayerInput {
  public var gradient: Tensor
  public var shape: [Int]

  public init(_ gradient: Tensor, to shape: [Int]) {
    self.gradient = gradient
    self.shape = shape
  }

  public var differentiable: [Part] {
    get { [Part("gradient", gradient)] }
    set { gradient = newValue[0].value }
  }

  public var sizes: [Size] { [] }

  public var title: String? { "a gradient \(gradient.shape) to \(shape)" }
}

extension Question
where Input == LayerRun<BroadcastInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var summed: Self { Self("07.summed") }
}
