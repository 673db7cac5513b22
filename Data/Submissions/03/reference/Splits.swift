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
/// `validation` and `test` are fractions of N, together 1 at the most. Neither part has a whole sample
/// more or less than its fraction (of 100 samples 0.29 is 29); training is the rest. `stratified` asks the same of the samples of
/// each class for themselves, and no more than that, so that every part has the classes in the same
/// shares. Any number may be a label. Where there are no samples, the parts are empty.
///
/// Every sample is as likely to be in a part as any other (of its class). In which order a part has
/// its numbers is up to you; but the same generator gives the same, in every run of a program.
public func split(
  _ labels: [Int], validation: Double, test: Double, stratified: Bool = false,
  using generator: inout some RandomNumberGenerator
) -> Split {
  // begin 3.18: Stratified is the same thing once for each class.
  var split = Split(training: [], validation: [], test: [])
  let all = Array(labels.indices)
  let classes = Set(labels).sorted()
  for group in stratified ? classes.map({ label in all.filter { labels[$0] == label } }) : [all] {
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
/// besides. There are always `count` folds, one or more: some validation parts are empty where there are
/// fewer samples, and a single fold has nothing to train on. Chance decides as in `split`; which parts
/// get one sample more is up to you.
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
