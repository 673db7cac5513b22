import Foundation
import Testing

/// What is not to be written is answered by the compiler with what to write. `refused.txt` has a line of
/// code, and below it, indented, the whole message.
@Suite struct `Refused spellings` {
  struct Spelling: Sendable, Codable, CustomStringConvertible {
    let code: String
    let message: String
    var description: String { code }
  }

  static let spellings: [Spelling] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("refused.txt")
    let lines = (try? String(contentsOf: path, encoding: .utf8))?.split(separator: "\n") ?? []
    return zip(lines, lines.dropFirst()).filter { $0.1.hasPrefix("  ") && !$0.0.hasPrefix("  ") }
      .map { Spelling(code: String($0.0), message: String($0.1.dropFirst(2))) }
  }()

  /// The errors by line of code, all from one call of the compiler.
  static let errors = Result { try messages(for: spellings.map(\.code)) }

  @Test func `there are some`() {
    #expect(Self.spellings.count > 150)
  }

  @Test(arguments: spellings)
  func `say what to write`(_ spelling: Spelling) throws {
    #expect(try Self.errors.get()[spelling.code] == [spelling.message])
  }

  /// Compiles each line of code in a function of its own, and returns what the compiler has against it.
  private static func messages(for lines: [String]) throws -> [String: [String]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("code.swift")
    let functions = lines.enumerated().map { i, code in
      """
      func f\(i)(x: inout Tensor, y: Tensor, m: Mask, k: Mask, n: Int, f: Float, d: Double, \
      labels: [Int], tensors: inout [Tensor]) throws {
      \(code)
      }
      """
    }
    let text = (["import Tensors"] + functions).joined(separator: "\n")
    try Data(text.utf8).write(to: file)

    let compiler = Process()
    let output = Pipe()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-I", modules.path, file.path,
    ]
    compiler.standardError = output
    try compiler.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()

    let source = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var messages: [String: [String]] = [:]
    for match in said.matches(of: /(?m)^.*code\.swift:(\d+):\d+: error: (.*)$/) {
      guard let line = Int(match.1), source.indices.contains(line - 1) else { continue }
      messages[source[line - 1], default: []].append(String(match.2))
    }
    return messages
  }

  private final class Anchor {}

  /// Where the package manager put the module of `Tensors`.
  private static var modules: URL {
    #if canImport(Darwin)
      let program = Bundle(for: Anchor.self).bundlePath
    #else
      let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
    return URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("Modules")
  }
}
