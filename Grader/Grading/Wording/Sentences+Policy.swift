extension Sentences {
  static func policy(_ error: GraderError) -> String {
    switch error {
    case .otherPolicy(let path):
      return "\(path) keeps another --policy than is given here. Give all shards the same; "
        + "'\(grader) merge' takes a new one when all are done."
    case .otherGrades(let path):
      return "The grades in \(path) are not those of the policy that its batch.json keeps. Run "
        + "the same '\(grader) batch' again, or '\(grader) merge', then this."
    default: return "\(error)"
    }
  }

  /// Where grades are made by other rules than the last time.
  public static let newPolicy =
    "The policy is another than the one of the last run: grades are made anew, by this one."

  static func oursAreNotCounted(_ points: Int) -> String {
    "What passed with files of ours alone is not counted: -\(points)."
  }

  static func bonusIsNotCounted(_ points: Int, of possible: Int) -> String {
    "Points beyond \(possible) are not counted: there were \(points)."
  }

  static func late(_ cost: LateWork.Cost, _ late: LateWork, lost: Score) -> String {
    guard let delay = cost.delay else {
      return "When it was handed in is not known: nothing is taken off for being late."
    }
    guard delay > 0 else { return "Handed in on time." }
    guard cost.units > 0 else {
      return "Handed in \(time(delay)) late, within the grace of \(time(late.grace))."
    }
    let units = "\(cost.units) × \(time(late.unit))"
    let of = late.isShareOfPossible ? "of the exercise's points" : "of the points"
    let share = Score(hundredths: cost.share).text
    let most = cost.share == late.mostShare ? ", which is the most" : ""
    return "Handed in \(time(delay)) late: \(units) begun, \(Score(hundredths: late.share).text) % "
      + "each, so \(share) % \(of)\(most): -\(lost.text)."
  }

  static func extra(_ extra: Policy.Extra) -> String {
    "\(extra.points.text) points besides, for \(extra.reason)."
  }

  static func giftForNobody(_ name: String, nearest: String?) -> String {
    "The policy gives points to '\(name.onOneLine)', and no submission is called so. "
      + (nearest.map { "Do you mean '\($0.onOneLine)'?" } ?? "Correct the name in it.")
  }

  static func rounded(_ grade: Score, _ rounding: Policy.Rounding) -> String {
    let way = rounding.direction == .nearest ? "" : " \(rounding.direction.rawValue)"
    return "Rounded\(way) to \(rounding.step.text): \(grade.text)."
  }

  /// Of attempts of which not all may count.
  static func attempts(_ counted: String, beyond: [String], most: Int) -> String {
    let first = most == 1 ? "The first attempt" : "Of the first \(most) attempts the last"
    return "\(first) is taken, \(counted.onOneLine); \(shortened(beyond.map(\.onOneLine))) "
      + "came after."
  }

  /// "1 h 1 s": to the second, as it is charged.
  static func time(_ seconds: Int) -> String {
    let parts = [
      (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
      (seconds % 60, "s"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
  }
}
