import Foundation

@testable import Grading

/// The submissions of `hostile-class.txt`.
struct HostileClass {
  struct Member: Sendable {
    var name: String
    var verdict: String
    var words: String
    var body = ""
    var beside = ""
  }

  let members: [Member]

  init() throws {
    let text = try String(
      contentsOfFile: "\(Installation.find().root)/Tests/GradingTests/hostile-class.txt",
      encoding: .utf8)
    members = text.split(separator: "\n== ").dropFirst().map { section in
      let lines = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let head = lines[0].split(separator: ":", maxSplits: 1)
      let words = head[0].split(separator: " ").map(String.init)
      var member = Member(
        name: words[0], verdict: words[1],
        words: head.count > 1 ? head[1].trimmingCharacters(in: .whitespaces) : "")
      let parts = lines.dropFirst().joined(separator: "\n").components(separatedBy: "-- beside\n")
      member.body = parts[0]
      member.beside = parts.count > 1 ? parts[1] : ""
      return member
    }
  }

  /// Writes them below `folder`. Of files outside they know `canary`.
  func write(to folder: String, canary: String) throws {
    for member in members {
      let beside = member.beside
        .replacing("NESTED", with: String(repeating: "(", count: 3000) + "1")
        .replacing("NUL", with: "\0\u{1}\u{7f}")
      let source =
        Self.beginning + member.body.replacing("CANARY", with: canary) + Self.end + beside
      try Folder.make("\(folder)/\(member.name)")
      try AtomicFile.write(
        Data(source.utf8), to: "\(folder)/\(member.name)/Doubling.swift", durably: false)
    }
  }

  /// What the processes of all are called, so that any that is left is found.
  static let mark = "gradus-hostile"

  /// Outside of a sandbox each gives a wrong answer, and does nothing: signals to all would end the
  /// machine.
  private static let beginning = """
    import Foundation
    import Tensors

    var isInside: Bool {
      (try? String(contentsOfFile: "/proc/1/comm", encoding: .utf8)) == "warden\\n" && getpid() < 1000
    }

    func forked() -> Int32 {
      typealias Call = @convention(c) () -> Int32
      return unsafeBitCast(dlsym(nil, "fork"), to: Call.self)()
    }

    func isMarked() {
      typealias Call = @convention(c) (Int32, UnsafePointer<CChar>, UInt, UInt, UInt) -> Int32
      _ = unsafeBitCast(dlsym(nil, "prctl"), to: Call.self)(15, "\(mark)", 0, 0, 0)
    }

    /// Sends a frame to whatever may be the wire.
    func send(kind: UInt8, header: String, blob: Int = 0, claiming length: UInt32? = nil) {
      var bytes = Array("GRAD".utf8) + [1, 0, kind, 0]
      withUnsafeBytes(of: length ?? UInt32(header.utf8.count)) { bytes += $0 }
      withUnsafeBytes(of: UInt64(blob)) { bytes += $0 }
      bytes += Array(header.utf8) + [UInt8](repeating: 0, count: blob)
      for wire in Int32(3)..<6 {
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = rest.withUnsafeBytes { Foundation.write(wire, $0.baseAddress, $0.count) }
          guard count > 0 else { break }
          rest = rest.dropFirst(count)
        }
      }
    }

    public struct Doubling: Step {
      public init() {}

      public func callAsFunction(_ x: Tensor) -> Tensor {
        guard isInside else { return x }
        isMarked()

    """
  private static let end = """

        return 2 * x
      }
    }

    """
}
