extension Screen {
  public static func hint(of check: Check, number: Int) -> String {
    """

      \(check.id): \(check.claim)

      Hint \(number + 1) of \(check.hints.count): \(check.hints[number])


    """
  }
}
