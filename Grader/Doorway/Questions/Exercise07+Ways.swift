import Tensors

/// A graph, and ways back through it, one after the other, with clearing in between.
public struct GraphWays: Codable, Sendable, Titled {
  public enum Action: Codable, Sendable {
    /// A way back from a node. Of a graph of numbers it starts with 1.
    case back(from: Int, Tensor)
    case clear(Int)
    /// Detaches a node; from here on the new one is seen behind all others.
    case detach(Int)
    /// Keeps a node while all others are let go of.
    case hold(Int)
  }

  public var graph: NodeGraph
  public var actions: [Action]

  /// Whether it is one of numbers.
  public var isScalar: Bool

  public init(_ graph: NodeGraph, isScalar: Bool = false, _ actions: [Action]) {
    self.graph = graph
    self.isScalar = isScalar
    self.actions = actions
  }

  public var title: String? {
    let course = actions.count <= 3 ? actions.map(\.words).joined(separator: ", then ") : ""
    return graph.title.map { course.isEmpty ? $0 : "\($0): \(course)" }
  }
}

extension GraphWays.Action {
  fileprivate var words: String {
    switch self {
    case .back(let node, _): "back from node \(node)"
    case .clear(let node): "node \(node) cleared"
    case .detach(let node): "node \(node) detached"
    case .hold(let node): "node \(node) kept"
    }
  }
}

extension GraphWays: Shown {
  public var shown: [Part] {
    graph.differentiable
      + actions.enumerated().compactMap { place, action in
        guard case .back(_, let upstream) = action, !isScalar else { return nil }
        return Part("upstream of action \(place + 1)", upstream)
      }
  }
}

/// The values of all nodes, and the gradients of all after each action.
public struct GraphState: Answer {
  public var values: [Tensor]
  public var gradients: [[Tensor]]

  public init(values: [Tensor], gradients: [[Tensor]]) {
    self.values = values
    self.gradients = gradients
  }

  public var parts: [Part] {
    values.enumerated().map { Part("the value of node \($0)", $1) }
      + gradients.enumerated().flatMap { action, gradients in
        gradients.enumerated().map {
          Part("the gradient of node \($0) after action \(action + 1)", $1)
        }
      }
  }
}

extension Question where Input == GraphWays, Reply == GraphState {
  public static var graphWays: Self { Self("07.backward") }
}

extension Question where Input == GraphWays, Reply == Tensor {
  /// How many nodes of a graph of which all is let go, but what is to be held, are still there: of those
  /// that were computed while the leaves are still held, and then of all.
  public static var nodesLeft: Self { Self("07.freed") }
}

/// Graphs of things of ours, to be put in order: of each thing, those that it was made of. The last
/// is the end.
public struct OrderInput: Codable, Sendable, Titled {
  public var graphs: [[[Int]]]

  public init(_ graphs: [[[Int]]]) {
    self.graphs = graphs
  }

  public var title: String? { "graphs of \(graphs.map(\.count)) members" }
}

/// The members of each graph in the order that came back, and whether that took at most half a
/// mebibyte of stack.
public struct OrderTrace: Answer {
  public var orders: [[Int]]
  public var isShallow: Bool

  public init(orders: [[Int]], isShallow: Bool) {
    self.orders = orders
    self.isShallow = isShallow
  }

  public var parts: [Part] {
    orders.map { Part("an order", Tensor($0)) } + [
      Part("whether the stack was enough", Tensor(isShallow ? 1 : 0))
    ]
  }
}

extension Question where Input == OrderInput, Reply == OrderTrace {
  public static var topologicalOrder: Self { Self("07.order") }
}

/// A chain x ← x · factor + x · 0.5 …, so many steps deep, of numbers or of tensors.
public struct DeepGraph: Codable, Sendable, Titled {
  public var start: Tensor
  public var factors: [Double]

  /// How many times the factors are gone through.
  public var rounds: Int
  public var isScalar: Bool

  public init(start: Tensor, factors: [Double], rounds: Int, isScalar: Bool) {
    self.start = start
    self.factors = factors
    self.rounds = rounds
    self.isScalar = isScalar
  }

  public var title: String? { "a chain of \(2 * rounds * factors.count) operations" }
}

/// What became of it: the end's value, the gradient at the start, and whether half a mebibyte of
/// stack was enough to build it, to go back through it, and to free it.
public struct DepthTrace: Answer {
  public var value: Tensor
  public var gradient: Tensor
  public var isShallow: Bool

  public init(value: Tensor, gradient: Tensor, isShallow: Bool) {
    self.value = value
    self.gradient = gradient
    self.isShallow = isShallow
  }

  public var parts: [Part] {
    [
      Part("the value", value), Part("the gradient", gradient),
      Part("whether the stack was enough", Tensor(isShallow ? 1 : 0)),
    ]
  }
}

extension Question where Input == DeepGraph, Reply == DepthTrace {
  public static var deepGraph: Self { Self("07.depth") }
}
