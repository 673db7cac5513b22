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
  // begin 3.18: Stratified is the same thing once for each class.
  var split = Split(training: [], validation: [], test: [])
  let all = Array(labels.indices)
  // The classes come in the order of a Dictionary, which is another each time the program is started.
  let groups = Dictionary(grouping: all) { labels[$0] }
  for group in stratified ? Array(groups.values) : [all] {
    let order = group.shuffled(using: &generator)
    let testCount = Int((Double(order.count) * test).rounded())
    let validationCount = Int((Double(order.count) * validation).rounded())
    split.test += order.prefix(testCount)
    split.validation += order.dropFirst(testCount).prefix(validationCount)
    split.training += order.dropFirst(testCount + validationCount)
  }
  return split
  // end
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
  // begin 3.19: Deal them like cards. In which order must the cards lie for each class to be dealt?
  var order = labels.indices.shuffled(using: &generator)
  if stratified { order.sort { labels[$0] < labels[$1] } }
  var folds = [Fold](repeating: Fold(training: [], validation: []), count: count)
  for (position, index) in order.enumerated() {
    for fold in folds.indices {
      if fold == position % count {
        folds[fold].validation.append(index)
      } else {
        folds[fold].training.append(index)
      }
    }
  }
  return folds
  // end
}
