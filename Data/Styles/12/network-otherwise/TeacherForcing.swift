import Tensors

public func shifted(_ answers: [[Int]]) -> (inputs: [[Int]], labels: [[Int]]) {
  let length = (answers.map(\.count).max() ?? 0) + 1
  func filledUp(_ row: [Int]) -> [Int] {
    var row = row
    while row.count < length { row.append(Token.padding) }
    return row
  }
  return (answers.map { filledUp([Token.start] + $0) }, answers.map { filledUp($0 + [Token.end]) })
}

extension Transformer {
  public func loss(
    source: [[Int]], answers: [[Int]], smoothing: Double = 0
  ) -> (loss: Double, gradients: [Tensor]) {
    let rows = shifted(answers)
    let pass = forward(source: source, target: rows.inputs)
    let flat = pass.logits.reshaped(to: [-1, pass.logits.shape[2]])
    let labels = Array(rows.labels.joined())
    let criterion = SmoothedCrossEntropy(smoothing: smoothing, ignored: Token.padding)
    let result = criterion.forward(flat, labels: labels)
    let slopes = criterion.backward(cache: result.cache, labels: labels)
    return (
      result.loss, backward(slopes.reshaped(to: pass.logits.shape), cache: pass.cache)
    )
  }
}
