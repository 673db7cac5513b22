import Tensors

/// The numbers of the samples to train on, to choose by, and to measure with in the end.
public struct Split: Sendable, Equatable {
  public var training: [Int]
  public var validation: [Int]
  public var test: [Int]

  public init(training: [Int], validation: [Int], test: [Int]) {
    self.training = training
    self.validation = validation
    self.test = test
  }
}

/// One of k ways to put a k-th of the samples aside.
public struct Fold: Sendable, Equatable {
  public var training: [Int]
  public var validation: [Int]

  public init(training: [Int], validation: [Int]) {
    self.training = training
    self.validation = validation
  }
}

/// Parts the numbers 0 ..< N of N samples at random.
///
/// `validation` and `test` are fractions of N. Neither part has a whole sample more or less than its
/// fraction; training is the rest. `stratified` asks the same of the samples of each class for
/// themselves, so that every part has the classes in the same shares.
public func split(
  _ labels: [Int], validation: Double, test: Double, stratified: Bool = false,
  using generator: inout some RandomNumberGenerator
) -> Split {
  let groups =
    stratified
    ? Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }.map(\.value)
    : [Array(labels.indices)]
  return groups.map { $0.shuffled(using: &generator) }.reduce(
    Split(training: [], validation: [], test: [])
  ) { split, group in
    let validationEnd = Int((Double(group.count) * validation).rounded(.down))
    let testEnd = validationEnd + Int((Double(group.count) * test).rounded(.down))
    return Split(
      training: split.training + group[testEnd...],
      validation: split.validation + group[..<validationEnd],
      test: split.test + group[validationEnd..<testEnd])
  }
}

/// Parts the numbers 0 ..< N of N samples at random into `count` folds: each number is in the
/// validation part of one fold, and in the training part of all others.
///
/// No two validation parts differ by more than one sample. `stratified` asks the same of each class
/// besides.
public func folds(
  _ labels: [Int], count: Int, stratified: Bool = false,
  using generator: inout some RandomNumberGenerator
) -> [Fold] {
  let shuffled = labels.indices.shuffled(using: &generator)
  let order = stratified ? shuffled.sorted { labels[$0] < labels[$1] } : shuffled
  return (0..<count).map { fold in
    let put = stride(from: fold, to: order.count, by: count).map { order[$0] }
    return Fold(training: order.filter { !put.contains($0) }, validation: put)
  }
}
