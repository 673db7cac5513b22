import Doorway
import Exercise07
import Tensors

/// How each question of exercise 07 is answered with the student's code.
func answersOfExercise07() -> Doorway.Answers {
  var answers = Doorway.Answers()
  answers.to(.scalarGraph) { run in
    run.trace { input in
      let scalars = input.scalars
      return (scalars[scalars.count - 1].value, scalars)
    } backward: { input, _, scalars in
      for scalar in scalars { scalar.clearGradient() }
      scalars[scalars.count - 1].backward()
      return GraphGradients(input.leaves.indices.map { Tensor(scalars[$0].gradient) })
    }
  }
  answers.to(.nodeGraph) { run in
    run.trace { input in
      let nodes = input.nodes
      return (nodes[nodes.count - 1].value, nodes)
    } backward: { input, upstream, nodes in
      for node in nodes { node.clearGradient() }
      nodes[nodes.count - 1].backward(upstream[0])
      return GraphGradients(input.leaves.indices.map { nodes[$0].gradient })
    }
  }
  answers.to(.summed) { run in
    run.trace { summed($0.gradient, to: $0.shape) }
  }
  answerWays07(&answers)
  answerNetwork07(&answers)
  return answers
}

extension NodeGraph {
  /// The leaves, and what the steps make of them.
  var nodes: [Node] {
    var nodes = leaves.map { Node($0) }
    for step in steps { nodes.append(Node.made(by: step, of: step.operands.map { nodes[$0] })) }
    return nodes
  }

  /// The same as a graph of numbers.
  var scalars: [Scalar] {
    var scalars = leaves.map { Scalar($0.scalar) }
    for step in steps {
      scalars.append(Scalar.made(by: step, of: step.operands.map { scalars[$0] }))
    }
    return scalars
  }
}

extension Scalar {
  fileprivate static func made(by step: GraphStep, of x: [Scalar]) -> Scalar {
    switch step.operation {
    case .add: x[0] + x[1]
    case .subtract: x[0] - x[1]
    case .negate: -x[0]
    case .multiply: x[0] * x[1]
    case .divide: x[0] / x[1]
    case .power(let n): pow(x[0], n)
    case .exp: exp(x[0])
    case .log: log(x[0])
    case .relu: relu(x[0])
    default: fatalError("a number has no \(step.operation)")
    }
  }
}

extension Node {
  fileprivate static func made(by step: GraphStep, of x: [Node]) -> Node {
    switch step.operation {
    case .add: x[0] + x[1]
    case .subtract: x[0] - x[1]
    case .negate: -x[0]
    case .multiply: x[0] * x[1]
    case .divide: x[0] / x[1]
    case .power(let n): pow(x[0], n)
    case .exp: exp(x[0])
    case .log: log(x[0])
    case .relu: relu(x[0])
    case .tanh: tanh(x[0])
    case .sigmoid: sigmoid(x[0])
    case .sum(let axis?, let keeping): x[0].sum(along: axis, keepingAxis: keeping)
    case .sum(nil, _): x[0].sum()
    case .mean(let axis?, let keeping): x[0].mean(along: axis, keepingAxis: keeping)
    case .mean(nil, _): x[0].mean()
    case .max(let axis?, let keeping): x[0].max(along: axis, keepingAxis: keeping)
    case .max(nil, _): x[0].max()
    case .logSumExp(let axis, let keeping): x[0].logSumExp(along: axis, keepingAxis: keeping)
    case .matmul: x[0].matmul(x[1])
    case .reshape(let shape): x[0].reshaped(to: shape)
    case .transpose(let axes): x[0].transposed(permuting: axes)
    case .concatenate(let axis): Node(concatenating: x, along: axis)
    case .rows(let indices): x[0].rows(at: indices)
    case .gather(let indices, let axis): x[0].gathered(at: indices, along: axis)
    case .detach: x[0].detached()
    }
  }
}
