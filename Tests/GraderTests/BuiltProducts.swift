import Foundation
import Grading

/// What was built here, for a copy of the package.
enum BuiltProducts {
  /// Puts the grader and what it needs where it would have been built in the package at `root`;
  /// returns its path.
  static func put(into root: String) throws -> String {
    let built = try Installation.find().products
    let files = FileManager.default
    // The program itself, since it looks for the package around the place where it lies; of what was
    // built, links are enough.
    let products = "\(root)/.build/debug"
    try files.createDirectory(atPath: products, withIntermediateDirectories: true)
    let grader = "\(products)/grader"
    try files.copyItem(atPath: "\(built)/grader", toPath: grader)
    try link("Modules", in: built, to: products)
    for name in try files.contentsOfDirectory(atPath: built) where name.hasSuffix(".build") {
      let (from, to) = ("\(built)/\(name)", "\(products)/\(name)")
      try files.createDirectory(atPath: to, withIntermediateDirectories: true)
      for entry in try files.contentsOfDirectory(atPath: from) {
        // This one says where the others lie.
        guard entry == "output-file-map.json" else {
          try link(entry, in: from, to: to)
          continue
        }
        let map = try String(contentsOfFile: "\(from)/\(entry)", encoding: .utf8)
        try Data(map.replacing(built, with: products).utf8)
          .write(to: URL(fileURLWithPath: "\(to)/\(entry)"))
      }
    }
    return grader
  }

  private static func link(_ name: String, in folder: String, to other: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(other)/\(name)", withDestinationPath: "\(folder)/\(name)")
  }
}
