import Foundation

/// What Gradescope says of the folders in a bulk download, in `submission_metadata.yml`.
struct GradescopeMetadata {
  /// Who handed in each folder: by number, e-mail or name, what there is. Of a group all.
  private(set) var owners: [String: [String]] = [:]

  init?(in folder: String) {
    guard
      case .success(let data) = RegularFile.read(
        "submission_metadata.yml", beneath: folder, limit: 64 << 20)
    else { return nil }
    var submission: String?
    var people: [[String: String]] = []
    var isInPeople = false
    func close(_ owners: inout [String: [String]]) {
      guard let submission else { return }
      let names = people.compactMap { person in
        [":sid", ":email", ":name"].lazy.compactMap { person[$0] }.first { !$0.isEmpty }
      }
      if !names.isEmpty { owners[submission] = names }
    }
    // Only so much of YAML as Gradescope writes.
    for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
      if let match = line.wholeMatch(of: /([^\s:#][^:]*):\s*/) {
        close(&owners)
        (submission, people, isInPeople) = (String(match.1), [], false)
      } else if line.wholeMatch(of: /\s+:submitters:\s*/) != nil {
        isInPeople = people.isEmpty
      } else if isInPeople, let match = line.wholeMatch(of: /\s+(-)?\s*(:\w+):\s*(.*)/) {
        let isPerson = [":name", ":sid", ":email"].contains(String(match.2))
        guard isPerson else {
          isInPeople = false
          continue
        }
        if match.1 != nil || people.isEmpty { people.append([:]) }
        people[people.count - 1][String(match.2)] = Self.plain(String(match.3))
      }
    }
    close(&owners)
  }

  private static func plain(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard let quote = text.first, quote == "'" || quote == "\"", text.last == quote, text.count > 1
    else { return text }
    let inner = String(text.dropFirst().dropLast())
    return quote == "'" ? inner.replacing("''", with: "'") : inner.replacing("\\\"", with: "\"")
  }
}
