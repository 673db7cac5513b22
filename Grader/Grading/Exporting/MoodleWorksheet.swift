import Foundation

extension SiteGradebook {
  /// A grading worksheet that Moodle exported. Its titles are in the language of whoever exported it.
  ///
  /// - Parameter title: That of the column of points, where it is in a language that is not known here.
  static func moodle(
    _ path: String, _ text: DelimitedText, title: String?
  ) throws(GraderError) -> SiteGradebook {
    let titles = (text.rows.first ?? []).map {
      $0.text.trimmingCharacters(in: .whitespaces).lowercased()
    }
    func column(_ names: String...) -> Int? { names.lazy.compactMap(titles.firstIndex).first }
    guard let identifier = column("identifier", "id"),
      let maximum = column("maximum grade", "bestwertung"),
      let grade = column(title?.lowercased() ?? "grade", title == nil ? "bewertung" : "grade")
    else {
      throw .gradebook(path, .notMoodle(titles: (text.rows.first ?? []).map(\.text)))
    }
    let open = column("grade can be changed", "bewertung kann geändert werden")
    let name = column("full name", "vollständiger name")
    let logins = [
      column("id number", "id-nummer", "matrikelnummer"),
      column("email address", "e-mail-adresse"), column("username", "anmeldename"),
    ].compactMap { $0 }
    var people: [Person] = []
    for row in text.rows.indices.dropFirst() {
      let cells = text.rows[row].map(\.text)
      let last = [identifier, maximum, grade, name ?? 0, open ?? 0] + logins
      guard cells.count > last.max() ?? 0 else { continue }
      guard let most = Score(cells[maximum].trimmingCharacters(in: .whitespaces)) else {
        throw .gradebook(path, .noNumber(line: row + 1, cells[maximum]))
      }
      let isClosed = open.map { ["no", "nein"].contains(cells[$0].lowercased()) } ?? false
      // "Participant 12345", "Teilnehmer/in12345".
      let number = cells[identifier].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
      people.append(
        Person(
          row: row, number: String(number),
          name: name.map { cells[$0] } ?? "",
          logins: logins.map { cells[$0] }.filter { !$0.isEmpty },
          maximum: most, mayExceed: false, closed: isClosed ? Sentences.lockedInMoodle : nil))
    }
    return SiteGradebook(path: path, text: text, column: grade, people: people)
  }
}
