/// Points to the hundredth, exactly: halves and tenths that are added up as binary fractions end in
/// sums such as 0.30000000000000004.
public struct Score: Hashable, Comparable, Sendable {
  public var hundredths: Int

  public init(hundredths: Int) {
    self.hundredths = hundredths
  }

  public init(_ points: Int) {
    hundredths = 100 * points
  }

  /// Reads "100", "62.5" and "62,50"; nil where it is no number of at most two decimals but zeros.
  init?(_ text: some StringProtocol) {
    guard let match = String(text).wholeMatch(of: /(\d{1,9})(?:[.,](\d{0,2})0*)?/),
      let whole = Int(match.1)
    else { return nil }
    let digits = match.2.map(String.init) ?? ""
    guard let part = Int(digits + String(repeating: "0", count: 2 - digits.count)) else {
      return nil
    }
    hundredths = 100 * whole + part
  }

  public static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }

  static func + (a: Self, b: Self) -> Self { Self(hundredths: a.hundredths + b.hundredths) }

  static func - (a: Self, b: Self) -> Self { Self(hundredths: a.hundredths - b.hundredths) }

  /// The nearest binary fraction.
  var value: Double { Double(hundredths) / 100 }

  /// "62", "62.5", "62.25".
  public var text: String {
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let digits =
      part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
    return (hundredths < 0 ? "-" : "") + "\(whole)\(digits)"
  }
}

extension Report {
  /// What it is worth, by the course's policy if there is one; nil where a fault of ours or an archive that
  /// could not be read leaves that open.
  public var score: Score? { !hasPoints ? nil : grade?.points ?? Score(points) }
}
