import Exercise05
import Tensors

/// Reads characters, and says after each which one comes next.
///
///     characters → embedding → recurrent layer → affine, at every step → logits
///
/// | name      | shape        | meaning                                                          |
/// | --------- | ------------ | ---------------------------------------------------------------- |
/// | `streams` | N            | N texts of the same length, as numbers of characters, 0 ..< V    |
/// | `logits`  | `[T · N, V]` | what comes after character t of stream n is scored in row t · N + n |
/// | `state`   | `[N, H]`, …  | the state of the layer: what has been read before                |
public struct CharacterModel: Sendable {
  public var embedding: Embedding
  public var layer: RecurrentLayer
  public var readout: Affine

  public init(embedding: Embedding, layer: RecurrentLayer, readout: Affine) {
    self.embedding = embedding
    self.layer = layer
    self.readout = readout
  }

  /// The table of the embedding; W, U and b of the layer; weights and bias of the affine layer.
  public var parameters: [Tensor] {
    get { [embedding.weights] + layer.parameters + [readout.weights, readout.bias] }
    set {
      embedding.weights = newValue[0]
      layer.parameters = Array(newValue[1...3])
      (readout.weights, readout.bias) = (newValue[4], newValue[5])
    }
  }

  /// What a pass leaves for the way back.
  public struct Pass: Sendable {
    /// The characters, step after step.
    public var tokens: [Int]
    public var layer: SequenceCache

    /// What went into the affine layer.
    public var outputs: Tensor

    public init(tokens: [Int], layer: SequenceCache, outputs: Tensor) {
      self.tokens = tokens
      self.layer = layer
      self.outputs = outputs
    }
  }

  /// Returns the logits after each character, the state after the last one, and what the way back will need.
  public func forward(
    _ streams: [[Int]], from state: [Tensor]? = nil
  ) -> (logits: Tensor, state: [Tensor], pass: Pass) {
    // begin 11.24: No mask this time: all streams are of one length.
    let (steps, count) = (streams[0].count, streams.count)
    let tokens = (0..<steps).flatMap { t in streams.map { $0[t] } }
    let x = embedding.forward(tokens).reshaped(to: [steps, count, -1])
    let (outputs, state, cache) = layer.forward(x, from: state)
    let rows = outputs.reshaped(to: [steps * count, -1])
    return (
      readout.forward(rows).output, state, Pass(tokens: tokens, layer: cache, outputs: rows)
    )
    // end
  }

  /// Returns the loss of N streams of T + 1 characters, its gradient at each of `parameters`, and the state
  /// after the first T.
  ///
  /// The loss is the mean over all steps and streams of the cross-entropy of the character that comes next.
  /// `state` is what it is: no gradient goes back to where it came from.
  public func loss(
    _ streams: [[Int]], from state: [Tensor]? = nil
  ) -> (loss: Double, gradients: [Tensor], state: [Tensor]) {
    // begin 11.25: The first T characters are what is read, the last T what should have come.
    let (logits, state, pass) = forward(streams.map { Array($0.dropLast()) }, from: state)
    let next = (1..<streams[0].count).flatMap { t in streams.map { $0[t] } }
    let crossEntropy = CrossEntropyFromLogits()
    let (loss, cache) = crossEntropy.forward(logits, labels: next)
    let (rows, weights, bias) = readout.backward(
      crossEntropy.backward(cache: cache, labels: next), cache: pass.outputs)
    let back = layer.backward(
      rows.reshaped(to: pass.layer.before.shape), cache: pass.layer)
    let table = embedding.backward(
      back.x.reshaped(to: [pass.tokens.count, -1]), words: pass.tokens)
    return (loss, [table] + back.parameters + [weights, bias], state)
    // end
  }
}
