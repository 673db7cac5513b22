extension Sentences {
  static let nothingWritten =
    "Nothing of it has been written yet: all its files are as they were handed out."

  static let changedMeanwhile =
    "A file was changed while it was being checked. Save what is open, and ask again."

  static func notPacked(_ exercise: String, _ reasons: [String]) -> String {
    (["Nothing was packed, since exercise \(exercise) would not be taken as it is."] + reasons)
      .joined(separator: "\n")
  }

  /// - Parameter earlier: The archive of an earlier hand-in, where there is one.
  static func notPackedYet(_ files: [String], _ earlier: String?, anyway command: String) -> String
  {
    let (count, it) = files.count == 1 ? ("counts", "it") : ("count", "them")
    return
      "Nothing was packed. \(list(files)) \(count) as not written, since the compiler does not "
      + "understand \(it). Repair \(it) and submit again. To hand in as it is: \(command)"
      + (earlier.map { "\n\($0) is the one that you packed before." } ?? "")
  }

  /// Why a file is not packed, and what cures it.
  static func cannotPack(
    _ file: String, _ refusal: RegularFile.Refusal, limit: Int, broughtBackBy command: String
  ) -> String {
    switch refusal {
    case .missing:
      return "\(file) is missing. '\(command)' brings it back as it was handed out."
    case .notRegular:
      return "\(file) is no plain file but a link, a folder or a device. Put the file itself "
        + "in its place."
    case .tooLarge(let bytes):
      return "\(file) has \(grouped(bytes)) bytes, and at most \(grouped(limit)) are read. Take "
        + "out what is not code."
    case .unreadable(let code):
      return "\(file) cannot be read: \(system(code)). 'chmod u+r' on it may cure that."
    }
  }

  static func notOurArchive(_ path: String) -> String {
    "\(path) is no earlier submission of this exercise, and was not written over. Name another file "
      + "with --output."
  }

  public static func packed(_ handIn: HandIn, in path: String) -> String {
    "Hand in \(path): \(handIn.count) files, as they are now (\(handIn.digest.prefix(8)))."
  }
}
