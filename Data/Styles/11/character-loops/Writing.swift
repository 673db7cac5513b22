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
  let scalars = logits.scalars
  var greatest = 0
  for i in scalars.indices where scalars[i] > scalars[greatest] { greatest = i }
  if temperature == 0 { return greatest }
  var sums: [Double] = []
  for logit in scalars {
    sums.append((sums.last ?? 0) + exp((logit - scalars[greatest]) / temperature))
  }
  let total = sums[sums.count - 1]
  let point = total * Double.random(in: 0..<1, using: &generator)
  return sums.firstIndex { $0 > point } ?? greatest
}

extension CharacterModel {
  /// Writes `count` characters that go on after `prompt`, which has at least one: each is drawn, and then
  /// read as well. Returns what was written, without the prompt.
  public func written(
    after prompt: [Int], count: Int, temperature: Double,
    using generator: inout some RandomNumberGenerator
  ) -> [Int] {
    var text: [Int] = []
    var state: [Tensor]?
    var unread = prompt
    for _ in 0..<count {
      let step = forward([unread], from: state)
      state = step.state
      let last = step.logits[(unread.count - 1)...].reshaped(to: [-1])
      unread = [drawn(from: last, temperature: temperature, using: &generator)]
      text += unread
    }
    return text
  }
}
