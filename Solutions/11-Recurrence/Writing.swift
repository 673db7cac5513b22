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
  // begin 11.29: Draw a number between 0 and 1, and walk through the probabilities until they exceed it.
  guard temperature > 0 else { return logits.expandingAxis(at: 0).argmax(along: 1)[0] }
  let weights = exp((logits - logits.max()) / temperature).scalars
  var rest = Double.random(in: 0..<weights.reduce(0, +), using: &generator)
  for (character, weight) in weights.enumerated() {
    if rest < weight { return character }
    rest -= weight
  }
  return weights.count - 1
  // end
}

extension CharacterModel {
  /// Writes `count` characters that go on after `prompt`, which has at least one: each is drawn, and then
  /// read as well. Returns what was written, without the prompt.
  public func written(
    after prompt: [Int], count: Int, temperature: Double,
    using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    // begin 11.30: After the prompt, one character at a time. What has to be carried along?
    var (logits, state, _) = forward([prompt])
    var text: [Int] = []
    while text.count < count {
      let next = drawn(
        from: logits.row(logits.shape[0] - 1), temperature: temperature, using: &generator)
      text.append(next)
      (logits, state, _) = forward([[next]], from: state)
    }
    return text
    // end
  }
}
