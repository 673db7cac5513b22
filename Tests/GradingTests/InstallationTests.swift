import Foundation
import Testing

@testable import Grading

@Suite("Where Gradus lies")
struct InstallationTests {
  private let root: ScratchFolder
  private var products: String { "\(root.path)/.build/debug" }

  init() throws {
    root = try ScratchFolder()
  }

  /// Puts what the package manager writes down of a build in `folder`.
  private func putMaps(builtIn folder: String) throws {
    for module in ["Kernels", "Tensors", "Datasets", "Doorway"] {
      let build = "\(products)/\(module).build"
      try FileManager.default.createDirectory(
        atPath: build, withIntermediateDirectories: true)
      let map = ["a.swift": ["object": "\(folder)/\(module).build/a.o"]]
      try AtomicFile.write(try JSONEncoder().encode(map), to: "\(build)/output-file-map.json")
      try AtomicFile.write(Data(), to: "\(build)/a.o")
    }
  }

  @Test("What was built where it lies is found, through a link as well")
  func builtHere() throws {
    try putMaps(builtIn: products)
    #expect(try Installation(root: root.path, products: products).objects().count == 4)
    let link = "\(root.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: products)
    try putMaps(builtIn: link)
    #expect(try Installation(root: root.path, products: products).objects().count == 4)
  }

  @Test("What was built elsewhere and moved or copied here is told, with the cure")
  func moved() throws {
    try putMaps(builtIn: "/elsewhere/.build/debug")
    let error = #expect(throws: GraderError.self) {
      try Installation(root: root.path, products: products).objects()
    }
    #expect(
      error.map(Sentences.error) == "Gradus was built in /elsewhere/.build/debug and lies in "
        + "\(root.path) now. Run 'rm -r .build && swift build' there: what the compiler has "
        + "written down holds the old place.")
  }

  @Test(
    "Where nothing can be kept the cure is told",
    .enabled(if: getuid() != 0, "root may write everywhere"))
  func readOnly() throws {
    let folder = "\(root.path)/kept"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    chmod(folder, 0o555)
    defer { chmod(folder, 0o755) }
    let error = #expect(throws: GraderError.self) {
      try BuildCache(folder: folder).put("x") { _ in }
    }
    #expect(error.map(Sentences.error)?.contains("Copy Gradus to a folder that is yours") == true)
  }
}
