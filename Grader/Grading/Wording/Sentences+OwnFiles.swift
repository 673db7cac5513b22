/// What is to be said of the files in a student's own folder.
extension Sentences {
  static func ownFile(_ file: String, insteadOf files: [String]) -> String {
    // What browsers and file managers call a second copy: "Masks (1).swift", "Masks copy 2.swift".
    let original = file.replacing(#/ ?\(\d+\)|[ -]copy(?: \d+)?|-\d+/#, with: "")
    if original != file, files.contains(original) {
      return
        "\(file) is neither compiled nor handed in. If it is your \(original), give it that name."
    }
    return
      "\(file) is neither compiled nor handed in. Move what it declares into \(files[0]) or another "
      + "file of the exercise."
  }

  static func changedGiven(_ file: String, broughtBackBy command: String) -> String {
    "\(file) is given, and what you changed in it does not count: the original was used. "
      + "'\(command)' brings that back."
  }

  static func emptied(_ file: String, broughtBackBy command: String) -> String {
    "\(file) is empty. '\(command)' brings the original back."
  }

  static func leftOver(_ leftover: Leftover, in file: String) -> String {
    "\(file), line \(leftover.line): unfinished(\"\(leftover.part)\") still stands beside what you have "
      + "written. Take that line out: it ends the program where it is reached."
  }

  /// - Parameter renamed: Another file that declares what `file` would.
  static func missing(
    _ file: String, renamed: String?, in folder: String, broughtBackBy command: String
  ) -> String {
    let original = "\(file) is missing, and the original stands in for it. "
    guard let renamed else { return original + "'\(command)' brings that back." }
    return original + "\(renamed) declares what it would: "
      + "'mv \(folder)/\(renamed) \(folder)/\(file)' gives it its name back."
  }
}
