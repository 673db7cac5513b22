import Foundation

extension Installation {
  /// The paths beneath the package of all files in `folders`, but of those that are hidden.
  func files(in folders: [String]) throws(GraderError) -> [String] {
    var files: [String] = []
    for folder in folders {
      guard let all = FileManager.default.subpaths(atPath: "\(root)/\(folder)") else {
        throw .cannotRead(path: "\(root)/\(folder)", errno: ENOENT)
      }
      files += all.filter { name in
        !name.split(separator: "/").contains { $0.hasPrefix(".") }
          && !Folder.isFolder("\(root)/\(folder)/\(name)")
      }.sorted().map { "\(folder)/\($0)" }
    }
    return files
  }

  /// The contents of a file of the package.
  func contents(of file: String) throws(GraderError) -> Data {
    guard let data = FileManager.default.contents(atPath: "\(root)/\(file)") else {
      throw .cannotRead(path: "\(root)/\(file)", errno: errno)
    }
    return data
  }
}
