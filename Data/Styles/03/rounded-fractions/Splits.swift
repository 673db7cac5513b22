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
  func part(_ numbers: [Int], into result: inout Split) {
    var deck = numbers
    deck.shuffle(using: &generator)
    let v = Int((Double(deck.count) * validation).rounded())
    let t = min(Int((Double(deck.count) * test).rounded()), deck.count - v)
    result.validation.append(contentsOf: deck.prefix(v))
    result.test.append(contentsOf: deck.dropFirst(v).prefix(t))
    result.training.append(contentsOf: deck.dropFirst(v + t))
  }
  var result = Split(training: [], validation: [], test: [])
  if !stratified {
    part(Array(0..<labels.count), into: &result)
    return result
  }
  var classes: [Int] = []
  for label in labels where !classes.contains(label) { classes.append(label) }
  for k in classes { part(labels.indices.filter { labels[$0] == k }, into: &result) }
  return result
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
  if stratified {
    var deck: [Int] = []
    for label in Set(labels).sorted(by: >) {
      var members = labels.indices.filter { labels[$0] == label }
      for i in members.indices.reversed() { members.swapAt(i, Int.random(in: 0...i, using: &generator)) }
      deck += members
    }
    var folds = [Fold](repeating: Fold(training: [], validation: []), count: count)
    for (place, number) in deck.enumerated() {
      for k in 0..<count {
        if (place + 1) % count == k { folds[k].validation.append(number) } else { folds[k].training.append(number) }
      }
    }
    return folds
  }
  // without classes: blocks of the shuffled numbers
  let deck = Array(0..<labels.count).shuffled(using: &generator)
  return (0..<count).map { k in
    let (a, b) = (k * deck.count / count, (k + 1) * deck.count / count)
    return Fold(training: Array(deck[..<a] + deck[b...]), validation: Array(deck[a..<b]))
  }
}
