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
    var tokens: [Int] = []
    for t in streams[0].indices {
      for stream in streams { tokens.append(stream[t]) }
    }
    let width = embedding.weights.shape[1]
    let vectors = embedding.forward(tokens).reshaped(to: [streams[0].count, streams.count, width])
    let result = layer.forward(vectors, from: state)
    let outputs = result.outputs.reshaped(to: [tokens.count, layer.units])
    let logits = outputs.matmul(readout.weights) + readout.bias
    return (logits, result.state, Pass(tokens: tokens, layer: result.cache, outputs: outputs))
  }

  /// Returns the loss of N streams of T + 1 characters, its gradient at each of `parameters`, and the state
  /// after the first T.
  ///
  /// The loss is the mean over all steps and streams of the cross-entropy of the character that comes next.
  /// `state` is what it is: no gradient goes back to where it came from.
  public func loss(
    _ streams: [[Int]], from state: [Tensor]? = nil
  ) -> (loss: Double, gradients: [Tensor], state: [Tensor]) {
    let length = streams[0].count - 1
    let (logits, after, pass) = forward(streams.map { Array($0.prefix(length)) }, from: state)
    var targets: [Int] = []
    for t in 1...length { targets += streams.map { $0[t] } }
    let shifted = logits - logits.max(along: 1, keepingAxis: true)
    let logs = shifted - log(exp(shifted).sum(along: 1, keepingAxis: true))
    let loss = -logs.gathered(at: targets, along: 1).sum() / Double(targets.count)
    let upstream =
      (exp(logs) - Tensor(oneHot: targets, count: logits.shape[1])) / Double(targets.count)
    let readoutWeights = pass.outputs.transposed().matmul(upstream)
    let atOutputs = upstream.matmul(readout.weights.transposed())
      .reshaped(to: [length, streams.count, layer.units])
    let gradients = layer.backward(atOutputs, cache: pass.layer)
    let rows = gradients.x.reshaped(to: [targets.count, -1])
    return (
      loss,
      [embedding.backward(rows, words: pass.tokens)] + gradients.parameters
        + [readoutWeights, upstream.sum(along: 0)], after
    )
  }
}
