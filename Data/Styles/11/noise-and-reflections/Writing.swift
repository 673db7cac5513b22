import Foundation
import Tensors

/// Draws one of V characters: each with the probability softmax(logits / temperature).
///
/// | name          | shape    | meaning                                                          |
/// | ------------- | -------- | ---------------------------------------------------------------- |
/// | `logits`      | `[V]`    | a score for each character                                       |
/// | `temperature` | a number | 1: as the model says; below 1: surer of itself                   |
///
/// At temperature 0 it is always the character with the highest logit, the first of equal ones.
public func drawn(
  from logits: Tensor, temperature: Double, using generator: inout some RandomNumberGenerator
) -> Int {
  let scores = logits.scalars
  var (best, value) = (0, -Double.infinity)
  for (i, score) in scores.enumerated() {
    var noise = 0.0
    if temperature > 0 {
      noise = -log(-log(Double.random(in: Double.leastNormalMagnitude..<1, using: &generator)))
    }
    let own = (temperature > 0 ? score / temperature : score) + noise
    if own > value { (best, value) = (i, own) }
  }
  return best
}

extension CharacterModel {
  /// Writes `count` characters that go on after `prompt`, which has at least one: each is drawn, and then
  /// read as well. Returns what was written, without the prompt.
  public func written(
    after prompt: [Int], count: Int, temperature: Double,
    using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    var (logits, state, _) = forward([prompt])
    var text: [Int] = []
    while text.count < count {
      let row = logits.row(logits.shape[0] - 1)
      let character = drawn(from: row, temperature: temperature, using: &generator)
      text.append(character)
      if text.count < count { (logits, state, _) = forward([[character]], from: state) }
    }
    return text
  }
}
