/// Tokens that stand for no text.
///
/// Read it; there is nothing to write here.
public enum Token {
  /// Fills up rows that are shorter than others.
  public static let padding = 0

  /// Comes before the first token of a target, to predict it from.
  public static let start = 1

  /// Comes behind the last.
  public static let end = 2
}
