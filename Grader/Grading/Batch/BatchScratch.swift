import Foundation

/// Everything temporary of a batch, the compiler's own files among it, in one folder: where the
/// grader is killed, so that it cannot clear away, the next run on the same output does.
///
/// While it is there it is this process's `TMPDIR`: to be made before there are threads.
public final class BatchScratch: Sendable {
  private let folder: ScratchFolder
  private let note: String

  /// - Parameter output: What this process alone may write to; there it is noted where the folder
  ///   lies.
  public init(of output: BatchOutput) throws(GraderError) {
    note = output.scratchNote
    Self.clear(notedIn: note)
    folder = try ScratchFolder()
    try AtomicFile.write(Data("\(folder.path)\n".utf8), to: note)
    setenv("TMPDIR", folder.path, 1)
  }

  deinit { unlink(note) }

  static func clear(notedIn note: String) {
    guard let text = try? String(contentsOfFile: note, encoding: .utf8) else { return }
    let path = text.trimmingCharacters(in: .newlines)
    var information = stat()
    guard (path as NSString).lastPathComponent.hasPrefix("gradus-"),
      lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR,
      information.st_uid == getuid()
    else { return }
    // Whoever is being killed may still write for a moment.
    for _ in 0..<40 {
      Strays.killPrograms(in: path)
      Folder.remove(path)
      guard FileManager.default.fileExists(atPath: path) else { return }
      usleep(50_000)
    }
  }
}
