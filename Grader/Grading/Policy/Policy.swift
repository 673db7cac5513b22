import Foundation

/// How a course makes grades of points: what late work costs, which attempts count, what is given
/// besides, and how is rounded. The points themselves stay as the checks gave them.
///
/// The rules apply in the order of the properties, exactly, and the end is rounded once.
public struct Policy: Codable, Sendable, Equatable {
  /// Of somebody's attempts as many count, and the last of these is graded; nil for all.
  public var mostAttempts: Int?

  /// Whether points count that a check gave with a file of ours in the place of one that is wrong.
  public var areOursCounted = true

  /// Whether more points than the exercise has are more.
  public var isBonusCounted = true
  public var late: LateWork?

  /// What is given to single submissions, by their names.
  public var extra: [Extra] = []
  public var rounding = Rounding()

  public struct Extra: Codable, Sendable, Equatable {
    public var submission: String
    public var points: Score
    public var reason: String
  }

  public struct Rounding: Codable, Sendable, Equatable {
    enum Direction: String, Codable, CaseIterable { case nearest, up, down }

    var step = Score(hundredths: 1)
    var direction = Direction.nearest
  }

  public init() {}

  /// - Throws: `GraderError.policyForNobody` where something is given to nobody of `names`.
  func checkNames(_ names: [String]) throws(GraderError) {
    for gift in extra where !names.contains(gift.submission) {
      throw .policyForNobody(gift.submission, known: names)
    }
  }

  /// The names in the table of times that no submission in `folder` bears, in order. They may be of
  /// people who handed in nothing, and may be misspelt.
  public func strangers(in folder: SubmissionFolder) -> [String] {
    let names = Set(folder.submissions.map(\.name))
    return (late?.times.keys.filter { !names.contains($0) } ?? []).sorted()
  }

  /// Returns what `report` comes to; nil where the points are not decided.
  func grade(_ report: Report) -> Grade? {
    guard report.hasPoints else { return nil }
    var rules: [String] = []
    // In ten-thousandths of a hundredth, in which a share of hundredths of a percent is whole.
    let unit = 10_000
    var points = report.points
    if !areOursCounted, report.pointsWithOurs > 0 {
      points -= report.pointsWithOurs
      rules.append(Sentences.oursAreNotCounted(report.pointsWithOurs))
    }
    if !isBonusCounted, points > report.possible {
      rules.append(Sentences.bonusIsNotCounted(points, of: report.possible))
      points = report.possible
    }
    var exact = Score(points).hundredths * unit
    if let late {
      let cost = late.cost(of: report.submission)
      let base = Score(late.isShareOfPossible ? report.possible : points).hundredths
      let loss = min(exact, base * cost.share)
      exact -= loss
      rules.append(Sentences.late(cost, late, lost: Self.rounded(loss, Rounding(), unit)))
    }
    for gift in extra where gift.submission == report.submission {
      exact += gift.points.hundredths * unit
      rules.append(Sentences.extra(gift))
    }
    let grade = Self.rounded(exact, rounding, unit)
    if grade.hundredths * unit != exact { rules.append(Sentences.rounded(grade, rounding)) }
    return Grade(points: grade, rules: rules)
  }

  /// Rounds `exact`, of which `unit` is a hundredth of a point; halves are rounded up.
  private static func rounded(_ exact: Int, _ rounding: Rounding, _ unit: Int) -> Score {
    let step = rounding.step.hundredths * unit
    let (whole, rest) = exact.quotientAndRemainder(dividingBy: step)
    let goesUp =
      switch rounding.direction {
      case .nearest: 2 * rest >= step
      case .up: rest > 0
      case .down: false
      }
    return Score(hundredths: (whole + (goesUp ? 1 : 0)) * rounding.step.hundredths)
  }
}

/// What a policy has made of the points of a report, and by which rules.
public struct Grade: Codable, Sendable, Equatable {
  public var points: Score
  public var rules: [String]
}

extension Score: Codable {
  /// As text: whoever reads JSON makes a binary fraction of a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let score = Score(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no points")
    }
    self = score
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
