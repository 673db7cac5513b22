import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs the system's `gzip` over what somebody packed, and keeps no more than was agreed on.
enum Unpacker {
  private static let limits = Limits(cpuSeconds: 60, wallSeconds: 120, memory: 1 << 30)

  /// Returns what the gzip file at `path` holds.
  static func unpack(_ path: String, limit: Int) throws(ArchiveProblem) -> Data {
    let process: ChildProcess
    do throws(GraderError) {
      process = try ChildProcess(
        ["/usr/bin/env", "gzip", "-dc", path], in: "/", environment: ["PATH": "/usr/bin:/bin"],
        limits: limits)
    } catch {
      throw .noGzip
    }
    process.input.shut()
    var result = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = ContinuousClock.now + .seconds(limits.wallSeconds)
    while process.output.descriptor >= 0, ContinuousClock.now < deadline {
      var files = [process.output, process.log].filter { $0.descriptor >= 0 }
        .map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      poll(&files, nfds_t(files.count), 1000)
      if case .end = process.log.readAvailable(into: &buffer) { process.log.shut() }
      reading: while result.count <= limit {
        switch process.output.readAvailable(into: &buffer) {
        case .bytes(let bytes): result.append(contentsOf: bytes)
        case .nothingYet: break reading
        case .end:
          process.output.shut()
          break reading
        }
      }
      if result.count > limit { throw .tooLarge(limit: limit) }
    }
    while !process.hasEnded(), ContinuousClock.now < deadline { usleep(1000) }
    process.end()
    switch process.ending?.manner {
    case .exit(status: 0): return result
    case .exit(status: 127): throw .noGzip
    default: throw .damaged
    }
  }

  /// A piece of an archive as gzip sees it: its own head in front and the sum behind, by which it tells
  /// whether a byte was lost.
  struct Piece {
    var deflated: Data
    var crc: UInt32
    var size: Int

    fileprivate var file: Data {
      var file = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]) + deflated
      for number in [crc, UInt32(truncatingIfNeeded: size)] {
        for shift in [0, 8, 16, 24] as [UInt32] {
          file.append(UInt8(truncatingIfNeeded: number >> shift))
        }
      }
      return file
    }
  }

  /// Returns what `pieces` stand for, in one run of the program.
  ///
  /// - Throws: `ArchiveProblem` where one of them is not what it says, since none gives less than it
  ///   says, and all together give exactly that.
  static func inflate(_ pieces: [Piece], in scratch: String) throws(ArchiveProblem) -> [Data] {
    let path = "\(scratch)/\(UUID().uuidString).gz"
    defer { unlink(path) }
    let file = pieces.reduce(into: Data()) { $0 += $1.file }
    guard FileManager.default.createFile(atPath: path, contents: file) else { throw .noRoom }
    let size = pieces.map(\.size).reduce(0, +)
    let all = try unpack(path, limit: size)
    guard all.count == size else { throw .damaged }
    var start = 0
    return pieces.map { piece in
      defer { start += piece.size }
      return all[start..<start + piece.size]
    }
  }
}

/// Why an archive, or a part of it, was not unpacked.
public enum ArchiveProblem: Error, Equatable, Sendable {
  case damaged
  case encrypted
  case tooLarge(limit: Int)
  case tooMany(limit: Int)
  case unknownMethod

  /// Beyond what the first ZIP could say.
  case zip64
  case noRoom
  case noGzip
}
