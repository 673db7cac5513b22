import Doorway
import Tensors

extension NodeGraph {
  /// The values of all nodes, as `Tensors` gives them.
  var values: [Tensor] {
    var values = leaves
    for step in steps { values.append(step.value(of: step.operands.map { values[$0] })) }
    return values
  }
}

extension GraphStep {
  func value(of operands: [Tensor]) -> Tensor {
    let x = operands[0]
    switch operation {
    case .add: return x + operands[1]
    case .subtract: return x - operands[1]
    case .negate: return -x
    case .multiply: return x * operands[1]
    case .divide: return x / operands[1]
    case .power(let n): return pow(x, n)
    case .exp: return exp(x)
    case .log: return log(x)
    case .relu: return max(x, 0)
    case .tanh: return tanh(x)
    case .sigmoid: return 1 / (1 + exp(-x))
    case .sum(let axis?, let keeping): return x.sum(along: axis, keepingAxis: keeping)
    case .sum(nil, _): return Tensor(x.sum())
    case .mean(let axis?, let keeping): return x.mean(along: axis, keepingAxis: keeping)
    case .mean(nil, _): return Tensor(x.mean())
    case .max(let axis?, let keeping): return x.max(along: axis, keepingAxis: keeping)
    case .max(nil, _): return Tensor(x.max())
    case .logSumExp(let axis, let keeping):
      let greatest = x.max(along: axis, keepingAxis: true)
      let sums = exp(x - greatest).sum(along: axis, keepingAxis: true)
      return (log(sums) + greatest).sum(along: axis, keepingAxis: keeping)
    case .matmul: return x.matmul(operands[1])
    case .reshape(let shape): return x.reshaped(to: shape)
    case .transpose(let axes): return x.transposed(permuting: axes)
    case .concatenate(let axis): return Tensor(concatenating: operands, along: axis)
    case .rows(let indices): return x.rows(at: indices)
    case .gather(let indices, let axis): return x.gathered(at: indices, along: axis)
    case .detach: return x
    }
  }
}
