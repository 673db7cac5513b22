import Tensors

/// Returns what the decoder reads and what it should predict, given what it should write.
///
///     answers [7, 5] and [4]:    inputs [1, 7, 5] and [1, 4, 0]    labels [7, 5, 2] and [4, 2, 0]
///
/// Inputs begin with `Token.start`, labels end with `Token.end`, and all rows are filled up to the longest
/// by `Token.padding`. So the label of each position is the input of the next.
public func shifted(_ answers: [[Int]]) -> (inputs: [[Int]], labels: [[Int]]) {
  // TODO: 12.31  Both rows are one token longer than the answer. On which side?
  unfinished("12.31")
}

extension Transformer {
  /// Returns the loss of a batch, the smoothed cross-entropy of all labels but padding, and its gradients
  /// at `parameters`. At each position the decoder reads the right tokens before it, whatever it would
  /// have written itself: that is called teacher forcing.
  public func loss(
    source: [[Int]], answers: [[Int]], smoothing: Double = 0
  ) -> (loss: Double, gradients: [Tensor]) {
    // TODO: 12.32  Forward, loss, and both ways back. The loss wants rows of logits.
    unfinished("12.32")
  }
}
