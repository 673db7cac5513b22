import Foundation
import Testing

@testable import Grading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("The lock of a folder of results")
struct BatchLockTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test("One grader alone has it, and the next is told which process does")
  func alone() throws {
    let lock = try BatchLock(of: folder.path)
    let error = #expect(throws: GraderError.self) { _ = try BatchLock(of: folder.path) }
    guard case .outputInUse(folder.path, process: Int(getpid())) = try #require(error) else {
      Issue.record("\(String(describing: error))")
      return
    }
    withExtendedLifetime(lock) {}
  }

  @Test("Those who share a class have it together, and nobody alone meanwhile")
  func shared() throws {
    let locks = [
      try BatchLock(of: folder.path, .shared), try BatchLock(of: folder.path, .shared),
    ]
    #expect(throws: GraderError.self) { _ = try BatchLock(of: folder.path) }
    withExtendedLifetime(locks) {}
  }

  @Test("It is free once it is let go of, also where a child has a copy of the file still open")
  func copies() throws {
    var copies: [Int32] = []
    do {
      let lock = try BatchLock(of: folder.path)
      // As `fork` copies it: another descriptor of the same open file.
      copies = (0..<Int32(sysconf(Int32(_SC_OPEN_MAX)))).prefix(4096).filter {
        isLock($0)
      }.map { dup($0) }
      withExtendedLifetime(lock) {}
    }
    #expect(!copies.isEmpty)
    _ = try BatchLock(of: folder.path)
    for copy in copies { close(copy) }
  }

  private func isLock(_ descriptor: Int32) -> Bool {
    var (one, other) = (stat(), stat())
    return fstat(descriptor, &one) == 0 && stat("\(folder.path)/batch.lock", &other) == 0
      && (one.st_dev, one.st_ino) == (other.st_dev, other.st_ino)
  }
}
