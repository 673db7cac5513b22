import Doorway
import Grading
import Tensors

extension Examination {
  /// A graph of operations drawn at random, each kind in its turn: of numbers, or of tensors that end
  /// in one vector. Its values are moderate, and away from all kinks, ties and poles.
  func drawnGraph(steps count: Int, ofNumbers: Bool = false) -> NodeGraph {
    let (n, m, k) = (self.count(in: 2...4), self.count(in: 2...4), self.count(in: 2...3))
    let shapes = ofNumbers ? [[], [], []] : [[n, m], [m], [n, 1], [m, k], [], [k, n, m]]
    var graph = NodeGraph(shapes.map { awayFromZero($0) }, [])
    var values = graph.leaves
    var isUsed = values.map { _ in false }
    var kinds: [Kind] = []
    var attempts = 0
    while graph.steps.count < count && attempts < 40 * count {
      attempts += 1
      if kinds.isEmpty {
        kinds = (ofNumbers ? Kind.ofNumbers : Kind.allCases).shuffled(using: &generator)
      }
      let kind = kinds.removeLast()
      for _ in 0..<12 {
        // What is young more often than what is old.
        let operands = (0..<2).map { _ in
          max(self.count(in: 0...values.count - 1), self.count(in: 0...values.count - 1))
        }
        guard let step = step(kind, of: operands, values), step.isSmooth(values) else { continue }
        let value = step.value(of: step.operands.map { values[$0] })
        guard value.count <= 48, value.rank <= 3, value.scalars.allSatisfy({ abs($0) < 6 }) else {
          continue
        }
        for operand in step.operands { isUsed[operand] = true }
        graph.steps.append(step)
        values.append(value)
        isUsed.append(false)
        break
      }
    }
    let ends = values.indices.filter { !isUsed[$0] }
    return ofNumbers ? graph.added(ends) : graph.joined(ends)
  }

  private enum Kind: CaseIterable {
    case add, subtract, negate, multiply, divide, power, exp, log, relu, tanh, sigmoid, sum, mean
    case max, logSumExp, matmul, reshape, transpose, concatenate, rows, gather

    static let ofNumbers: [Kind] = [
      .add, .subtract, .negate, .multiply, .divide, .power, .exp, .log, .relu,
    ]
  }

  /// Returns nil where the operands do not fit.
  private func step(_ kind: Kind, of operands: [Int], _ values: [Tensor]) -> GraphStep? {
    let (a, b) = (values[operands[0]].shape, values[operands[1]].shape)
    let axis = a.isEmpty ? 0 : count(in: 0...a.count - 1)
    let keeping = count(in: 0...1) == 1
    let some = a.isEmpty || count(in: 0...3) == 0 ? nil : axis
    func one(_ operation: GraphStep.Operation, if fits: Bool = true) -> GraphStep? {
      fits ? GraphStep(operation, of: operands[0]) : nil
    }
    func two(_ operation: GraphStep.Operation, if fits: Bool) -> GraphStep? {
      fits ? GraphStep(operation, of: operands[0], operands[1]) : nil
    }
    switch kind {
    case .add: return two(.add, if: a.broadcasts(with: b))
    case .subtract: return two(.subtract, if: a.broadcasts(with: b))
    case .multiply: return two(.multiply, if: a.broadcasts(with: b))
    case .divide: return two(.divide, if: a.broadcasts(with: b))
    case .negate: return one(.negate)
    case .power: return one(.power([2, 3, -1, 0.5, 1.5][count(in: 0...4)]))
    case .exp: return one(.exp)
    case .log: return one(.log)
    case .relu: return one(.relu)
    case .tanh: return one(.tanh)
    case .sigmoid: return one(.sigmoid)
    case .sum: return one(.sum(axis: some, keeping: keeping))
    case .mean: return one(.mean(axis: some, keeping: keeping))
    case .max: return one(.max(axis: some, keeping: keeping))
    case .logSumExp: return one(.logSumExp(axis: axis, keeping: keeping), if: !a.isEmpty)
    case .matmul: return two(.matmul, if: a.count == 2 && b.count == 2 && a.last == b.first)
    case .reshape: return one(.reshape(keeping ? [-1] : a.reversed()), if: !a.isEmpty)
    case .transpose:
      return one(.transpose(Array(a.indices).shuffled(using: &generator)), if: a.count > 1)
    case .concatenate:
      guard a.count == b.count, !a.isEmpty else { return nil }
      var (left, right) = (a, b)
      (left[axis], right[axis]) = (0, 0)
      return two(.concatenate(axis: axis), if: left == right)
    case .rows:
      guard let rows = a.first else { return nil }
      return one(.rows(labels(count(in: 1...4), classes: rows)))
    case .gather:
      guard a.count == 2 else { return nil }
      return one(.gather(labels(a[1 - axis], classes: a[axis]), axis: axis))
    }
  }
}

extension GraphStep {
  /// Whether central differences hold here.
  fileprivate func isSmooth(_ values: [Tensor]) -> Bool {
    let (first, last) = (values[operands[0]].scalars, values[operands[operands.count - 1]].scalars)
    switch operation {
    case .divide: return last.allSatisfy { abs($0) > 0.3 }
    case .power(let n) where n == 2 || n == 3: return true
    case .power(let n): return first.allSatisfy { $0 > 0.3 || n == -1 && $0 < -0.3 }
    case .log: return first.allSatisfy { $0 > 0.2 }
    case .relu: return first.allSatisfy { abs($0) > 0.02 }
    case .max:
      // No two entries are near each other, wherever they lie.
      let sorted = first.sorted()
      return zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 0.005 }
    default: return true
    }
  }
}

extension NodeGraph {
  /// Whether central differences hold at these leaves, and its values are moderate.
  var isSmooth: Bool {
    let values = values
    return steps.allSatisfy { $0.isSmooth(values) }
      && values.allSatisfy { $0.scalars.allSatisfy { abs($0) < 100 } }
  }

  /// All `ends` as one vector.
  fileprivate func joined(_ ends: [Int]) -> NodeGraph {
    var graph = self
    let first = leaves.count + steps.count
    graph.steps += ends.map { GraphStep(.reshape([-1]), of: $0) }
    graph.steps.append(GraphStep(.concatenate(axis: 0), of: ends.indices.map { first + $0 }))
    return graph
  }

  /// All `ends` as one number.
  fileprivate func added(_ ends: [Int]) -> NodeGraph {
    var graph = self
    var sum = ends[0]
    for end in ends.dropFirst() {
      graph.steps.append(GraphStep(.add, of: sum, end))
      sum = graph.leaves.count + graph.steps.count - 1
    }
    return graph
  }
}

extension [Int] {
  /// Whether the shapes broadcast with each other.
  fileprivate func broadcasts(with other: [Int]) -> Bool {
    zip(reversed(), other.reversed()).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
  }
}
