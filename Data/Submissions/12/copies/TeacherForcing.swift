import Tensors

/// Returns what the decoder reads and what it should predict, given what it should write.
///
///     answers [7, 5] and [4]:    inputs [1, 7, 5] and [1, 4, 0]    labels [7, 5, 2] and [4, 2, 0]
///
/// Inputs begin with `Token.start`, labels end with `Token.end`, and all rows are filled up to the longest
/// by `Token.padding`. So the label of each position is the input of the next.
public func shifted(_ answers: [[Int]]) -> (inputs: [[Int]], labels: [[Int]]) {
  let longest = answers.map(\.count).max() ?? 0
  let fillings = answers.map { [Int](repeating: Token.padding, count: longest - $0.count) }
  return (
    zip(answers, fillings).map { [Token.start] + $0 + $1 },
    zip(answers, fillings).map { [Token.start] + $0 + $1 }
  )
}

extension Transformer {
  /// Returns the loss of a batch, the smoothed cross-entropy of all labels but padding, and its gradients
  /// at `parameters`. At each position the decoder reads the right tokens before it, whatever it would
  /// have written itself: that is called teacher forcing.
  public func loss(
    source: [[Int]], answers: [[Int]], smoothing: Double = 0
  ) -> (loss: Double, gradients: [Tensor]) {
    let (inputs, labels) = shifted(answers)
    let (logits, cache) = forward(source: source, target: inputs)
    let criterion = SmoothedCrossEntropy(smoothing: smoothing, ignored: Token.padding)
    let flat = labels.flatMap { $0 }
    let (loss, lossCache) = criterion.forward(
      logits.reshaped(to: [flat.count, -1]), labels: flat)
    let upstream = criterion.backward(cache: lossCache, labels: flat)
    return (loss, backward(upstream.reshaped(to: logits.shape), cache: cache))
  }
}
