import Exercise05
import Tensors

/// Reads sentences, and says of each which class it belongs to.
///
///     words → embedding → recurrent layer → h after the last word → affine → logits
///
/// | name        | shape    | meaning                                                  |
/// | ----------- | -------- | -------------------------------------------------------- |
/// | `sentences` | N        | the numbers of the words of each, of any length          |
/// | `logits`    | `[N, C]` | a score for each of C classes                            |
/// | `loss`      | a number | the mean cross-entropy over the N sentences              |
public struct SentenceClassifier: Sendable {
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
    public var tokens: PaddedTokens
    public var layer: SequenceCache
    public var last: Tensor

    public init(tokens: PaddedTokens, layer: SequenceCache, last: Tensor) {
      self.tokens = tokens
      self.layer = layer
      self.last = last
    }
  }

  /// Returns the logits, and what the way back will need.
  public func forward(_ sentences: [[Int]]) -> (logits: Tensor, pass: Pass) {
    // begin 11.22: Pad, look up, read, decide.
    let tokens = PaddedTokens(sentences)
    let x = embedding.forward(tokens.tokens)
      .reshaped(to: [tokens.steps, sentences.count, embedding.weights.shape[1]])
    let (_, state, cache) = layer.forward(x, keep: tokens.keep)
    return (
      readout.forward(state[0]).output, Pass(tokens: tokens, layer: cache, last: state[0])
    )
    // end
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ sentences: [[Int]], labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    // begin 11.23: The loss looks at the last h only. What is its gradient at the outputs?
    let (logits, pass) = forward(sentences)
    let crossEntropy = CrossEntropyFromLogits()
    let (loss, cache) = crossEntropy.forward(logits, labels: labels)
    let (last, weights, bias) = readout.backward(
      crossEntropy.backward(cache: cache, labels: labels), cache: pass.last)
    let rest = (1..<layer.cell.stateCount).map { _ in Tensor(zerosLike: last) }
    let back = layer.backward(
      Tensor(zerosLike: pass.layer.before), state: [last] + rest, cache: pass.layer)
    let words = embedding.backward(
      back.x.reshaped(to: [pass.tokens.tokens.count, -1]), words: pass.tokens.tokens)
    return (loss, [words] + back.parameters + [weights, bias])
    // end
  }

  /// Returns the class with the highest logit of each sentence.
  public func predictions(for sentences: [[Int]]) -> [Int] {
    forward(sentences).logits.argmax(along: 1)
  }
}
