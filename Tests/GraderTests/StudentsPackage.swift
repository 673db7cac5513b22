import Foundation
import Grading
import Testing

/// The students' package as `grader release` writes it, in a folder that goes with it.
struct StudentsPackage {
  let scratch: ScratchFolder
  private let name: String
  var path: String { "\(scratch.path)/\(name)" }

  init(named name: String = "p") throws {
    self.name = name
    scratch = try ScratchFolder()
    let run = try release()
    try #require(run.status == 0, "\(run.errors)")
  }

  func release() throws -> GraderCommand { try GraderCommand(["release", path]) }

  /// The paths of all files.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)")), as: UTF8.self)
  }

  func record() throws -> ReleaseRecord {
    try JSONDecoder().decode(ReleaseRecord.self, from: Data(try text(of: "Data/release.json").utf8))
  }
}
