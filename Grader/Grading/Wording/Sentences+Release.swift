extension Sentences {
  static func release(_ path: String, _ problem: ReleaseProblem) -> String {
    switch problem {
    case .insidePackage:
      return "\(path) lies in the authors' package, and no student is to have that. Name a folder "
        + "outside of it."
    case .occupied:
      return "\(path) holds something else than a students' package. Nothing was written: name a new "
        + "folder, an empty one, or one of an earlier release."
    case .workedIn(let files):
      return "\(path) is an earlier release, and somebody has worked in it since: "
        + "\(shortened(files.map(\.onOneLine), to: 5)). Nothing was written: name a new folder."
    }
  }

  public static func released(_ record: ReleaseRecord, in path: String) -> String {
    "The students' package, release \(record.name), is in \(path): \(record.files.count) files, and "
      + "no solution among them. 'swift test' there says how far a student is."
  }
}
