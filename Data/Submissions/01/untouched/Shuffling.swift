import Tensors

/// The same samples in a random order, each still with its own label.
///
/// The order is drawn from `generator` alone, whatever the samples and labels are, and every order
/// is as likely as every other, whatever the one before was: the generator moves on.
///
/// | name     | shape         | meaning                                       |
/// | -------- | ------------- | --------------------------------------------- |
/// | `x`      | `[N, …]`      | N samples                                     |
/// | `labels` | N             | their labels                                  |
/// | result   | `[N, …]` and N | samples and labels, in the same new order    |
public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  // TODO: 1.9  Shuffle numbers, not samples: one order for both.
  unfinished("1.9")
}
