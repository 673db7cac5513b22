import Datasets
import Exercise05
import Tensors

/// What has become of a writer.
///
/// Read it; there is nothing to write here.
public struct TrainedCharacterNet: Sendable {
  public var model: CharacterModel

  /// The mean loss of each epoch.
  public var losses: [Double] = []

  /// Trains `mine` on a text, in `float32`. The text is cut in streams, which are read side by side, a chunk
  /// at a time: the state goes on from chunk to chunk, and the gradient stays where it is.
  ///
  /// - Parameter epochDone: Called with the losses so far as each epoch is done.
  public init(
    training mine: MyCharacterNet, on text: [Int], characters: Int, seed: UInt64,
    epochDone: ([Double]) -> Void = { _ in }
  ) {
    var generator = SeededGenerator(seed: seed)
    model = mine.model(characters: characters, using: &generator)
    model.parameters = model.parameters.map { $0.converted(to: .float32) }
    let length = (text.count - 1) / mine.streams
    let starts = Array(stride(from: 0, through: length - mine.chunk, by: mine.chunk))
    var optimizer = mine.optimizer(updates: mine.epochs * starts.count)
    for _ in 0..<mine.epochs {
      var state: [Tensor]?
      var sum = 0.0
      for start in starts {
        let chunks = (0..<mine.streams).map { stream in
          let first = stream * length + start
          return Array(text[first...first + mine.chunk])
        }
        let step = model.loss(chunks, from: state)
        state = step.state
        clippedStep(
          &model.parameters, along: step.gradients, with: &optimizer,
          maximumNorm: mine.maximumNorm)
        sum += step.loss
      }
      losses.append(sum / Double(starts.count))
      epochDone(losses)
    }
  }

  /// Returns the log probabilities of all characters behind each of some contexts of the same length,
  /// `[N, V]`.
  public func nextCharacters(after contexts: [[Int]]) -> Tensor {
    let logits = model.forward(contexts).logits
    let last = logits[(logits.shape[0] - contexts.count)...].converted(to: .float64)
    let shifted = last - last.max(along: 1, keepingAxis: true)
    return shifted - log(exp(shifted).sum(along: 1, keepingAxis: true))
  }
}
