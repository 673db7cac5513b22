import Foundation

/// Numbers as text that a page can carry by the hundred thousand: one to three of 64 letters each, none
/// of which means anything to HTML or to JSON.
enum PlaygroundText {
  static let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  private static let letters = Array(alphabet.utf8)

  /// Log-odds in a letter: fine about 0, where the border is, and coarse where all is said.
  static func logOdds(_ value: Double) -> [UInt8] {
    let level = value.isNaN ? 0 : tanh(value / 4)
    return [letters[Int((31.5 + 31.5 * level).rounded())]]
  }

  /// A weight in three letters: from -64 to 64, the finer the smaller it is.
  static func weight(_ value: Double) -> [UInt8] {
    let root = value.isFinite ? (min(abs(value), 64) / 64).squareRoot() * 131_071 : 0
    let number = 131_072 + Int((value < 0 ? -root : root).rounded())
    return [letters[number / 4096]] + word(number % 4096)
  }

  /// A loss in two letters, by thousandths. What is no number, or above 4.094, is the largest word.
  static func loss(_ value: Double) -> [UInt8] {
    value.isFinite && value < 4.0945 ? word(Int((max(value, 0) * 1000).rounded())) : word(4095)
  }

  /// A fraction in two letters, by thousandths.
  static func fraction(_ value: Double) -> [UInt8] {
    word(Int((value * 1000).rounded()))
  }

  private static func word(_ number: Int) -> [UInt8] {
    [letters[number / 64], letters[number % 64]]
  }
}
