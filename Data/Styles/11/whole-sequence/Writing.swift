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
  guard temperature != 0 else { return logits.scalars.firstIndex(of: logits.max()) ?? 0 }
  // The greatest of the logits with Gumbel's noise is drawn as the softmax says.
  var (best, greatest) = (0, -Double.infinity)
  for (i, logit) in logits.scalars.enumerated() {
    let noise = -log(-log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &generator)))
    if logit / temperature + noise > greatest {
      (best, greatest) = (i, logit / temperature + noise)
    }
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
    var text = prompt
    for _ in 0..<count {
      let logits = forward([text]).logits
      text.append(
        drawn(
          from: logits.row(text.count - 1), temperature: temperature, using: &generator))
    }
    return Array(text[prompt.count...])
  }
}
