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
    // No mask: h after the last word is looked up among all outputs.
    let tokens = PaddedTokens(sentences)
    let count = sentences.count
    let x = embedding.forward(tokens.tokens).reshaped(to: [tokens.steps, count, -1])
    let (outputs, _, cache) = layer.forward(x)
    let places = sentences.enumerated().map { ($1.count - 1) * count + $0 }
    let last = outputs.reshaped(to: [tokens.steps * count, layer.units]).rows(at: places)
    return (
      last.matmul(readout.weights) + readout.bias, Pass(tokens: tokens, layer: cache, last: last)
    )
  }

  /// Returns the loss of a batch, and its gradient at each of `parameters`, in their order.
  public func loss(_ sentences: [[Int]], labels: [Int]) -> (loss: Double, gradients: [Tensor]) {
    let (logits, pass) = forward(sentences)
    let (loss, cache) = CrossEntropyFromLogits().forward(logits, labels: labels)
    let upstream = CrossEntropyFromLogits().backward(cache: cache, labels: labels)
    let atLast = readout.backward(upstream, cache: pass.last)
    let (steps, count) = (pass.tokens.steps, sentences.count)
    var atOutputs = Tensor(zerosLike: pass.layer.before).reshaped(to: [steps * count, -1])
    atOutputs.add(
      atLast.x, toRows: sentences.enumerated().map { ($1.count - 1) * count + $0 })
    let back = layer.backward(
      atOutputs.reshaped(to: [steps, count, layer.units]), cache: pass.layer)
    let words = embedding.backward(
      back.x.reshaped(to: [steps * count, -1]), words: pass.tokens.tokens)
    return (
      loss,
      [words, back.inputWeights, back.recurrentWeights, back.bias, atLast.weights, atLast.bias]
    )
  }

  /// Returns the class with the highest logit of each sentence.
  public func predictions(for sentences: [[Int]]) -> [Int] {
    forward(sentences).logits.argmax(along: 1)
  }
}
