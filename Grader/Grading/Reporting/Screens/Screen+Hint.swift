extension Screen {
  /// One hint of a check, and how many there are that nobody has seen.
  public static func hint(of check: Check, number: Int, left: Int) -> String {
    let rest =
      left == 0
      ? (number + 1 == check.hints.count
        ? "That is the last." : "You have seen the others.")
        + " The exercise's handout says more."
      : "\(left) more: \(command(forHintsOf: check.id))"
    return """

      \(check.id): \(check.claim)

      Hint \(number + 1) of \(check.hints.count): \(check.hints[number])

      \(rest)


      """
  }

  static func command(forHintsOf id: String) -> String { "\(Sentences.grader) hint \(id)" }
}
