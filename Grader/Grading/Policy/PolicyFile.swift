import Foundation

/// A policy as its JSON file says it. What is not understood is refused, never passed over: a rule that
/// does not hold because of a misspelt word is worse than none.
struct PolicyFile {
  private let path: String

  static func read(_ path: String) throws(GraderError) -> Policy {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: errno == 0 ? ENOENT : errno)
    }
    return try PolicyFile(path: path).policy(data)
  }

  private func policy(_ data: Data) throws(GraderError) -> Policy {
    if let key = JSONKeys.repeated(in: data) {
      throw fault("'\(key.shortened)' stands twice in one object")
    }
    let all = try object((try? JSONDecoder().decode(JSONValue.self, from: data))?.any, "the file")
    try check(all, "the file", ["attempts", "ours", "bonus", "late", "extra", "round"])
    var policy = Policy()
    if let value = all["attempts"] {
      guard let most = (value as? Double).flatMap(Int.init(exactly:)), most > 0 else {
        throw fault("'attempts' takes a whole number from 1")
      }
      policy.mostAttempts = most
    }
    if let value = all["ours"] {
      policy.areOursCounted = try choice(value, "ours", "counts", "does not count")
    }
    if let value = all["bonus"] {
      policy.isBonusCounted = try choice(value, "bonus", "counts", "is capped")
    }
    if let value = all["late"] { policy.late = try late(try object(value, "'late'")) }
    for value in try list(all["extra"], "'extra'") {
      policy.extra.append(try extra(try object(value, "each of 'extra'")))
    }
    if let value = all["round"] { policy.rounding = try rounding(try object(value, "'round'")) }
    return policy
  }

  /// Returns whether `value` is the first of two words.
  private func choice(
    _ value: Any, _ name: String, _ yes: String, _ no: String
  ) throws(GraderError) -> Bool {
    guard let word = value as? String, [yes, no].contains(word) else {
      throw fault("'\(name)' is \"\(yes)\" or \"\(no)\"")
    }
    return word == yes
  }

  private func late(_ all: [String: Any]) throws(GraderError) -> LateWork {
    try check(all, "'late'", ["due", "grace", "each", "costs", "most", "of", "times"])
    guard let due = (all["due"] as? String).flatMap(Self.date) else {
      throw fault("'due' takes a time with its zone, as \"2026-11-20T23:59:59+01:00\"")
    }
    guard let unit = try seconds(all["each"], "each"), unit > 0,
      let share = try percent(all["costs"], "costs")
    else { throw fault("'late' needs 'each', as \"1 h\", and 'costs', as \"10 %\"") }
    var late = LateWork(due: due, unit: unit, share: share, times: [:])
    late.grace = try seconds(all["grace"], "grace") ?? 0
    late.mostShare = try percent(all["most"], "most") ?? 10_000
    if let of = all["of"] {
      guard let word = of as? String, ["earned", "possible"].contains(word) else {
        throw fault("'of' is \"earned\" or \"possible\"")
      }
      late.isShareOfPossible = word == "possible"
    }
    guard let file = all["times"] as? String else {
      throw fault("'late' needs 'times', a table with submission and time in each line")
    }
    late.times = try times(in: file)
    return late
  }

  /// Reads a table with a name and a time in each line, beside the policy.
  private func times(in file: String) throws(GraderError) -> [String: Date] {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let path = URL(fileURLWithPath: file, relativeTo: folder).path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .cannotRead(path: path, errno: ENOENT)
    }
    var times: [String: Date] = [:]
    for (i, row) in DelimitedText(data).rows.enumerated() {
      let cells = row.map { $0.text.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 2, let time = Self.date(cells[1]) else {
        // The first line may say what stands below.
        if i == 0, cells.first?.lowercased() == "submission" { continue }
        throw .badPolicy(
          path: path,
          "row \(i + 1) is not a submission and a time with its zone, as "
            + "'ann,2026-11-21T00:10:00+01:00'")
      }
      guard times.updateValue(time, forKey: cells[0]) == nil else {
        throw .badPolicy(path: path, "'\(cells[0].shortened)' stands twice")
      }
    }
    return times
  }

  private func extra(_ all: [String: Any]) throws(GraderError) -> Policy.Extra {
    try check(all, "each of 'extra'", ["submission", "points", "for"])
    guard let submission = all["submission"] as? String, let reason = all["for"] as? String,
      let points = all["points"].flatMap(Self.score)
    else { throw fault("each of 'extra' needs 'submission', 'points' and 'for'") }
    return Policy.Extra(submission: submission, points: points, reason: reason)
  }

  private func rounding(_ all: [String: Any]) throws(GraderError) -> Policy.Rounding {
    try check(all, "'round'", ["to", "direction"])
    var rounding = Policy.Rounding()
    if let value = all["to"] {
      guard let step = Self.score(value), step > Score(0) else {
        throw fault("'to' takes a number of points from 0.01, as 0.5")
      }
      rounding.step = step
    }
    if let value = all["direction"] {
      guard let direction = (value as? String).flatMap(Policy.Rounding.Direction.init) else {
        throw fault("'direction' is \"nearest\", \"up\" or \"down\"")
      }
      rounding.direction = direction
    }
    return rounding
  }

  func fault(_ reason: String) -> GraderError { .badPolicy(path: path, reason) }

  private func object(_ value: Any?, _ what: String) throws(GraderError) -> [String: Any] {
    guard let object = value as? [String: Any] else { throw fault("\(what) is no object of JSON") }
    return object
  }

  private func list(_ value: Any?, _ what: String) throws(GraderError) -> [Any] {
    guard let value else { return [] }
    guard let list = value as? [Any] else { throw fault("\(what) is no list of JSON") }
    return list
  }

  private func check(
    _ object: [String: Any], _ what: String, _ known: [String]
  ) throws(GraderError) {
    if let key = object.keys.filter({ !known.contains($0) }).min() {
      throw fault(
        "'\(key.shortened)' is no key of \(what); there are \(Sentences.list(known))")
    }
  }
}

extension Policy {
  /// Reads the policy in the JSON file at `path`.
  public init(readFrom path: String) throws(GraderError) {
    self = try PolicyFile.read(path)
  }
}
