import Tensors

/// A table with a vector for each word: word 7 is row 7.
///
/// | name      | shape    | meaning                                     |
/// | --------- | -------- | ------------------------------------------- |
/// | `weights` | `[V, D]` | D numbers for each of V words, all learnt   |
/// | `words`   | n        | the numbers of n words, 0 ..< V             |
/// | `output`  | `[n, D]` | the vector of each of them, in their order  |
public struct Embedding: Sendable {
  public var weights: Tensor

  public init(weights: Tensor) {
    self.weights = weights
  }

  /// A new table, normally distributed with mean 0 and deviation 1.
  public init(words: Int, width: Int, using generator: inout some RandomNumberGenerator) {
    weights = Tensor(normal: [words, width], using: &generator)
  }

  /// Returns the vector of each word.
  public func forward(_ words: [Int]) -> Tensor {
    let width = weights.shape[1]
    var output = Tensor(zeros: [words.count, width])
    for (i, word) in words.enumerated() {
      for d in 0..<width { output[i, d] = weights[word, d] }
    }
    return output.converted(to: weights.elementType)
  }

  /// Returns the gradient of the loss at `weights`, `[V, D]`, given `upstream`, its gradient at the output.
  public func backward(_ upstream: Tensor, words: [Int]) -> Tensor {
    var gradient = Tensor(zerosLike: weights)
    for i in words.indices {
      for d in 0..<weights.shape[1] { gradient[words[i], d] += upstream[i, d] }
    }
    return gradient
  }
}
