extension Sentences {
  static func release(_ path: String, _ problem: ReleaseProblem) -> String {
    switch problem {
    case .insidePackage:
      return "\(path) lies in the authors' package, and no student is to have that. Name a folder "
        + "outside of it."
    case .occupied:
      return "\(path) holds something else than a students' package. Nothing was written: name a "
        + "new folder, an empty one, or one of an earlier release."
    case .workedIn(let files):
      return "\(path) is an earlier release, and somebody has worked in it since: "
        + "\(shortened(files.map(\.onOneLine), to: 5)). Nothing was written: name a new folder."
    }
  }

  static func updateForAuthors(_ root: String) -> String {
    "'update' is for students: it brings a new students' package around what they have written. "
      + "\(root) is the authors' package, with the solutions; 'git pull' brings what is new there."
  }

  static func noRelease(_ path: String, isOwn: Bool) -> String {
    isOwn
      ? "\(path) is no students' package as it was released: there is no whole Data/release.json in "
        + "it. Unpack the new release beside it, and copy your files over."
      : "\(path) is no whole release of the course. Download it again, and name its folder or its "
        + "archive. Nothing was changed."
  }

  /// What an update has done, in lines.
  public static func updated(_ outcome: Update.Outcome) -> [String] {
    let counts =
      "\(outcome.renewed.count) files renewed, \(outcome.added.count) new, "
      + "\(outcome.removed.count) taken away."
    let first =
      outcome.from == outcome.to
      ? "You have release \(outcome.to) already" : "From release \(outcome.from) to \(outcome.to)"
    return ["\(first): \(counts)"]
      + outcome.kept.map { "\($0) stays as you wrote it." }
      + outcome.beside.map {
        "\($0.0) stays as you wrote it; the new one is in \($0.1). Compare, and delete that."
      }
      + outcome.putAside.map { "\($0.0) is ours and is renewed; what you had is in \($0.1)." }
      + outcome.left.map { "\($0) is no longer part of the course; yours stays." }
  }

  public static func released(_ record: ReleaseRecord, in path: String) -> String {
    "The students' package, release \(record.name), is in \(path): \(record.files.count) files, and "
      + "no solution among them. 'swift test' there says how far a student is."
  }
}
