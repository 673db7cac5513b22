import Datasets

/// A share of a class, for one of several graders that work on it at the same time.
///
/// Whose it is, a submission's name alone decides: a folder that is added or taken away moves no
/// other to another share. The shares are about equal, not exactly.
public struct Shard: Hashable, Sendable {
  /// From 1 to `count`.
  public let number: Int
  public let count: Int

  public init(_ number: Int, of count: Int) {
    (self.number, self.count) = (number, count)
  }

  /// Reads "2/5"; nil where it is no such thing.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      1...Self.most ~= count, 1...count ~= number
    else { return nil }
    self.init(number, of: count)
  }

  /// More tasks than a class has submissions help nobody.
  public static let most = 10_000

  /// Which of `count` shares the submission `name` is in.
  static func number(of name: String, among count: Int) -> Int {
    Int(Digest(name).word % UInt64(count)) + 1
  }

  /// Returns those of `count` shares in which one of `names` is.
  public static func holding(_ names: [String], among count: Int) -> [Shard] {
    Set(names.map { number(of: $0, among: count) }).sorted().map { Shard($0, of: count) }
  }

  func holds(_ name: String) -> Bool { Self.number(of: name, among: count) == number }

  /// What its files are called, without their endings.
  var fileName: String { "\(number)-of-\(count)" }
}

extension Shard: CustomStringConvertible {
  public var description: String { "\(number)/\(count)" }
}
