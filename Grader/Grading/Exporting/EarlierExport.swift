import Foundation

/// What may be written over: what an export has written there before. Anything else may be somebody's
/// work.
enum EarlierExport {
  /// - Parameter beginning: What files of its kind begin with.
  /// - Throws: `GraderError.gradebook` where something else lies at `path`.
  static func check(_ path: String, begins beginning: Data, at offset: Int = 0) throws(GraderError)
  {
    var information = stat()
    guard lstat(path, &information) == 0 else { return }
    let end = offset + beginning.count
    guard information.st_mode & S_IFMT == S_IFREG,
      let file = FileHandle(forReadingAtPath: path),
      let bytes = try? file.read(upToCount: end), bytes.count == end,
      bytes.suffix(beginning.count) == beginning
    else { throw .gradebook(path, .writtenOver) }
  }

  /// What the files of a submission begin with.
  static func beginning(of format: ExportFormat) -> Data {
    let text =
      format == .gradescope
      ? "{\n  \"execution_time\"" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name="
    return Data(text.utf8)
  }
}
