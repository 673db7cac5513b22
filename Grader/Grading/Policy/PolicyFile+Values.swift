import Foundation

extension PolicyFile {
  /// "15 min", in seconds; nil where there is nothing.
  func seconds(_ value: Any?, _ name: String) throws(GraderError) -> Int? {
    guard let value else { return nil }
    let units = ["s": 1, "min": 60, "h": 3600, "d": 86_400]
    guard let match = (value as? String)?.wholeMatch(of: /(\d{1,6}) ?(s|min|h|d)/),
      let count = Int(match.1), let unit = units[String(match.2)]
    else { throw fault("'\(name)' takes a time, as \"30 s\", \"15 min\", \"1 h\" or \"1 d\"") }
    return count * unit
  }

  /// "12.5 %", in hundredths of a percent; nil where there is nothing.
  func percent(_ value: Any?, _ name: String) throws(GraderError) -> Int? {
    guard let value else { return nil }
    guard let match = (value as? String)?.wholeMatch(of: /([\d.]+) ?%/),
      let share = Score(match.1), share <= Score(100)
    else { throw fault("'\(name)' takes a share up to \"100 %\", as \"12.5 %\"") }
    return share.hundredths
  }

  /// A number as it was written, or text: 0.1 is a tenth, and not the nearest binary fraction.
  static func score(_ value: Any) -> Score? {
    if let text = value as? String { return Score(text) }
    guard let number = value as? Double, number.isFinite, number >= 0, number < 1e6 else {
      return nil
    }
    let hundredths = (number * 100).rounded()
    return abs(hundredths / 100 - number) < 1e-9 ? Score(hundredths: Int(hundredths)) : nil
  }

  static func date(_ text: String) -> Date? {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime]
    return formatter.date(from: text)
  }
}
