import Foundation
import Testing

@testable import Grading

@Suite("The filter of system calls")
struct SystemCallFilterTests {
  /// What the kernel's own header calls number N; the same call may stand there by two names.
  private static func numbers(in header: String) -> [String: UInt32] {
    let text = (try? String(contentsOfFile: header, encoding: .utf8)) ?? ""
    return Dictionary(
      text.matches(of: /#define __NR(?:3264)?_(\w+)\s+(\d+)\b/).map {
        (String($0.1), UInt32($0.2) ?? 0)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static let headers = [
    "/usr/include/x86_64-linux-gnu/asm/unistd_64.h": SystemCallFilter.x86_64,
    "/usr/include/asm-generic/unistd.h": SystemCallFilter.arm64,
  ]

  @Test(
    "Its numbers are those of the kernel's headers",
    .enabled(
      if: headers.keys.contains { FileManager.default.fileExists(atPath: $0) },
      "there are no headers of the kernel"))
  func numbers() {
    for (header, filter) in Self.headers where FileManager.default.fileExists(atPath: header) {
      let numbers = Self.numbers(in: header)
      for call in SystemCallFilter.Call.allCases {
        #expect(filter.numbers[call] == numbers[call.rawValue], "\(call), \(header)")
      }
    }
  }

  /// What the program makes of a call, as the kernel would run it.
  private func verdict(
    _ filter: SystemCallFilter, machine: UInt32, number: UInt32, argument: UInt32 = 0
  ) -> UInt32? {
    let bytes = [UInt8](filter.program)
    var word: UInt32 = 0
    var i = 0
    while 8 * i + 8 <= bytes.count {
      let part = bytes[8 * i..<8 * i + 8]
      let code = Int(part[8 * i]) | Int(part[8 * i + 1]) << 8
      let (ifSo, ifNot) = (Int(part[8 * i + 2]), Int(part[8 * i + 3]))
      let k = (0..<4).reduce(UInt32(0)) { $0 | UInt32(part[8 * i + 4 + $1]) << UInt32(8 * $1) }
      i += 1
      switch code {
      case 0x20: word = [0: number, 4: machine, 16: argument][k] ?? 0
      case 0x15: i += word == k ? ifSo : ifNot
      case 0x35: i += word >= k ? ifSo : ifNot
      case 0x45: i += word & k != 0 ? ifSo : ifNot
      case 0x06: return k
      default: return nil
      }
    }
    return nil
  }

  @Test("Calls are refused by their number, some by their argument, and all others let through")
  func program() {
    let allow: UInt32 = 0x7FFF_0000
    func refused(_ error: UInt32) -> UInt32 { 0x0005_0000 | error }
    for filter in [SystemCallFilter.x86_64, .arm64] {
      func verdict(_ number: UInt32, _ argument: UInt32 = 0) -> UInt32? {
        self.verdict(filter, machine: filter.machine, number: number, argument: argument)
      }
      func verdict(_ call: SystemCallFilter.Call, _ argument: UInt32 = 0) -> UInt32? {
        filter.numbers[call].flatMap { verdict($0, argument) }
      }
      let special: Set<SystemCallFilter.Call> = [.socket, .clone, .clone3]
      for call in SystemCallFilter.Call.allCases where !special.contains(call) {
        #expect(verdict(call) == refused(1), "\(call)")
      }
      #expect(verdict(.socket, 1) == allow)
      for family: UInt32 in [0, 2, 10, 16, 17, 40] {
        #expect(verdict(.socket, family) == refused(97))
      }
      // What makes a thread, and what makes a process.
      #expect(verdict(.clone, 0x003D_0F00) == allow && verdict(.clone, 0x4111) == allow)
      for bit: UInt32 in [17, 25, 26, 27, 28, 29, 30] {
        #expect(verdict(.clone, 0x11 | 1 << bit) == refused(1))
      }
      #expect(verdict(.clone3) == refused(38))
      let listed = Set(filter.numbers.values)
      for number: UInt32 in 0..<500 where !listed.contains(number) {
        #expect(verdict(number) == allow, "\(number)")
      }
      #expect(self.verdict(filter, machine: 0x4000_0003, number: 1) == refused(38))
    }
    let other = 0x4000_0000 | 1 as UInt32
    #expect(
      verdict(.x86_64, machine: SystemCallFilter.x86_64.machine, number: other) == refused(38))
  }
  @Test("A batch says where the kernel takes none")
  func told() {
    var sandbox = Sandbox(program: "bwrap", warden: "w", toolchain: "/usr", filter: "f")
    #expect(Screen.sandbox(sandbox) == "in a sandbox (bubblewrap)")
    sandbox.filter = nil
    #expect(
      Screen.sandbox(sandbox) == "in a sandbox (bubblewrap, without a filter of system calls)")
  }
}
