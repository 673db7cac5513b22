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
  let gruppen =
    stratified
    ? Dictionary(grouping: labels.indices) { labels[$0] }.sorted { $0.key < $1.key }.map { $0.value }
    : [Array(labels.indices)]
  let teile = gruppen.map { gruppe -> Split in
    let m = Double(gruppe.count)
    var beutel = gruppe
    func ziehe(_ anzahl: Int) -> [Int] {
      (0..<anzahl).map { _ in beutel.remove(at: Int.random(in: beutel.indices, using: &generator)) }
    }
    let validierung = ziehe(Int((m * validation + 1e-9).rounded(.down)))
    let pruefung = ziehe(Int((m * test + 1e-9).rounded(.down)))
    return Split(training: beutel, validation: validierung, test: pruefung)
  }
  return Split(
    training: teile.flatMap { $0.training }, validation: teile.flatMap { $0.validation },
    test: teile.flatMap { $0.test })
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
  // each card to the smallest fold: first by its class, then by all
  var stapel = [[Int]](repeating: [], count: count)
  var karten = labels.indices.shuffled(using: &generator)
  if stratified {
    karten = Dictionary(grouping: karten, by: { labels[$0] }).sorted { $0.key > $1.key }.flatMap { $0.value }
  }
  while let karte = karten.popLast() {
    var beste = 0
    for k in 1..<max(count, 2) where k < count && stapel[k].count < stapel[beste].count { beste = k }
    stapel[beste].append(karte)
  }
  return stapel.enumerated().map { nummer, teil in
    var rest: [Int] = []
    for (anderer, inhalt) in stapel.enumerated() where anderer != nummer { rest += inhalt }
    return Fold(training: rest, validation: teil)
  }
}
