import Doorway
import Exercise07
import Tensors

func answerWays07(_ answers: inout Doorway.Answers) {
  answers.to(.graphWays) { $0.isScalar ? wentBackByNumbers($0) : wentBack($0) }
  answers.to(.nodesLeft) { ways in
    ways.isScalar ? left(of: ways.graph.scalars, ways) : left(of: ways.graph.nodes, ways)
  }
  answers.to(.topologicalOrder) { input in
    let graphs = input.graphs.map { graph in
      var members: [Member] = []
      for (number, sources) in graph.enumerated() {
        members.append(Member(number, of: sources.map { members[$0] }))
      }
      return members
    }
    // So that none frees another from within its own end.
    defer { for member in graphs.joined() { member.sources = [] } }
    nonisolated(unsafe) var orders: [[Int]] = []
    let isShallow = StackGauge.isEnough {
      orders = graphs.map { members in
        topologicalOrder(endingAt: members[members.count - 1], sources: \.sources).map(\.number)
      }
    }
    return OrderTrace(orders: orders, isShallow: isShallow)
  }
  answers.to(.deepGraph) { input in
    nonisolated(unsafe) var (value, gradient) = (Tensor(0), Tensor(0))
    let isShallow = StackGauge.isEnough {
      if input.isScalar {
        let start = Scalar(input.start.scalar)
        var x = start
        for _ in 0..<input.rounds {
          for factor in input.factors { x = x * Scalar(factor) + start }
        }
        x.backward()
        (value, gradient) = (Tensor(x.value), Tensor(start.gradient))
      } else {
        let start = Node(input.start)
        var x = start
        for _ in 0..<input.rounds {
          for factor in input.factors { x = x * Node(Tensor(factor)) + start }
        }
        x.backward(Tensor(onesLike: x.value))
        (value, gradient) = (x.value, start.gradient)
      }
    }
    return DepthTrace(value: value, gradient: gradient, isShallow: isShallow)
  }
}

/// A member of a graph of ours.
private final class Member {
  let number: Int
  var sources: [Member]

  init(_ number: Int, of sources: [Member]) {
    self.number = number
    self.sources = sources
  }
}

private func wentBack(_ ways: GraphWays) -> GraphState {
  var nodes = ways.graph.nodes
  let values = nodes.map(\.value)
  let gradients = ways.actions.map { action in
    switch action {
    case .back(let node, let upstream): nodes[node].backward(upstream)
    case .clear(let node): nodes[node].clearGradient()
    case .detach(let node): nodes.append(nodes[node].detached())
    case .hold: break
    }
    return nodes.map(\.gradient)
  }
  return GraphState(values: values, gradients: gradients)
}

private func wentBackByNumbers(_ ways: GraphWays) -> GraphState {
  let scalars = ways.graph.scalars
  let gradients = ways.actions.map { action in
    switch action {
    case .back(let scalar, _): scalars[scalar].backward()
    case .clear(let scalar): scalars[scalar].clearGradient()
    case .detach, .hold: break
    }
    return scalars.map { Tensor($0.gradient) }
  }
  return GraphState(values: scalars.map { Tensor($0.value) }, gradients: gradients)
}

/// A reference that does not hold what it refers to.
private struct Weak {
  weak var object: AnyObject?
}

private func left(of graph: @autoclosure () -> [Node], _ ways: GraphWays) -> Tensor {
  var nodes = graph()
  for case .back(let node, let upstream) in ways.actions { nodes[node].backward(upstream) }
  return left(&nodes, ways)
}

private func left(of graph: @autoclosure () -> [Scalar], _ ways: GraphWays) -> Tensor {
  var scalars = graph()
  for case .back(let scalar, _) in ways.actions { scalars[scalar].backward() }
  return left(&scalars, ways)
}

private func left(_ objects: inout [some AnyObject], _ ways: GraphWays) -> Tensor {
  let watched = objects.map { Weak(object: $0) }
  let leaves = ways.graph.leaves.count
  let held = ways.actions.compactMap { action in
    if case .hold(let number) = action { objects[number] } else { nil }
  }
  objects.removeLast(objects.count - leaves)
  let computed = watched[leaves...].count { $0.object != nil }
  objects = []
  return withExtendedLifetime(held) {
    Tensor([Double(computed), Double(watched.count { $0.object != nil })])
  }
}
