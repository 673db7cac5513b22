import Tensors

/// The entries that reach the threshold of their row, and 0 in the place of the others.
///
///     y[n, m] = x[n, m]   if x[n, m] ≥ thresholds[n]
///               0         if not
///
/// | name         | shape    | meaning                  |
/// | ------------ | -------- | ------------------------ |
/// | `x`          | `[N, M]` | N rows of M numbers      |
/// | `thresholds` | `[N]`    | a threshold for each row |
/// | result       | `[N, M]` | what is left of `x`      |
public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  // TODO: 1.5  A mask says where. Which shape must the thresholds have to be compared with x?
  unfinished("1.5")
}

/// A row for each label: 1 at the place of the label, and 0 elsewhere.
///
/// A label that is no class, such as -1 for "nobody knows" or C, has a row of zeros.
///
/// | name      | shape    | meaning                                   |
/// | --------- | -------- | ----------------------------------------- |
/// | `labels`  | N        | the classes of N samples; any numbers     |
/// | `classes` | a number | C: the classes are 0, 1, …, C - 1         |
/// | result    | `[N, C]` | zeros, and at most a 1 in each row        |
public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  // TODO: 1.6  Compare each label with each class.
  unfinished("1.6")
}

/// The share of samples whose greatest score stands at their label, from 0 to 1.
///
/// Where several scores of a row are the greatest, the first of them counts.
///
/// | name     | shape    | meaning                         |
/// | -------- | -------- | ------------------------------- |
/// | `scores` | `[N, C]` | a score for each of C classes   |
/// | `labels` | N        | the right classes, 0 ..< C      |
/// | result   | a number | right guesses, divided by N     |
public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  // TODO: 1.7  A guess is the place of the greatest score. How many are right?
  unfinished("1.7")
}
