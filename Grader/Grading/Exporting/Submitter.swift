import Foundation

/// Whose a submission is, by what a course site calls it in a bulk download.
struct Submitter {
  let name: String

  /// The site's number of the person; nil where the name is no such site's.
  let number: String?

  /// Whether the number alone says who it is: the whole name is such as no person gives.
  let isCertain: Bool

  /// "Ann Example_12345_assignsubmission_file_" of Moodle, "exampleann_LATE_12345_678_Net.swift" of
  /// Canvas, and both as a batch calls them, "Ann Example_12345".
  init(_ submission: String) {
    let moodle = /(.*)_(\d+)_assignsubmission_(?:file|onlinetext)_?/
    let canvas = /([^_]+)(?:_LATE)?_(\d+)_\d+_.+/
    let short = /(.+)_(\d+)/
    let whole = submission.wholeMatch(of: moodle) ?? submission.wholeMatch(of: canvas)
    let match = whole ?? submission.wholeMatch(of: short)
    name = match.map { String($0.1) } ?? submission
    number = match.map { String($0.2) }
    isCertain = whole != nil
  }
}

extension SiteGradebook.Person {
  /// Whether `submission` is called after the person: by a login or the name as a whole, by the site's
  /// number, or by name and number, as bulk downloads do. A number behind a name that is not the person's is another's: there
  /// are teams with numbers.
  func isOwner(of submission: String) -> Bool {
    let isLogin = logins.contains { $0.lowercased() == submission.lowercased() }
    if submission == number || isLogin || Self.alike(name, submission) { return true }
    let submitter = Submitter(submission)
    guard let number = submitter.number, number == self.number else { return false }
    return submitter.isCertain || Self.alike(name, submitter.name)
  }

  /// Canvas writes "exampleann" for "Example, Ann".
  private static func alike(_ a: String, _ b: String) -> Bool {
    core(a) == core(b) && core(a) != ""
  }

  private static func core(_ name: String) -> String {
    let letters = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.isAlphabetic || "0"..."9" ~= $0
    }
    return String(String.UnicodeScalarView(letters)).folding(
      options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}
