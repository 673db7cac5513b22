import Foundation
import Testing

@testable import Grading

#if os(Linux)
  @Suite("What is seen of a process")
  struct ProcessTreeTests {
    @Test(
      "It is seen with those that it has started, whatever name it gives itself",
      arguments: ["plain", "a b) R 1 (c", ") Z", "end\u{0600}", "\u{0600}) S (\u{0600}"])
    func named(name: String) throws {
      let sleeper = Process()
      sleeper.executableURL = URL(fileURLWithPath: "/bin/sh")
      let script = "printf %s \"$1\" >/proc/$$/comm; echo; sleep 60; exit"
      sleeper.arguments = ["-c", script, "sh", name]
      let output = Pipe()
      sleeper.standardOutput = output
      try sleeper.run()
      let pid = sleeper.processIdentifier
      // Not by a signal that it may have been started to block, as Foundation's threads do. The child first,
      // so that its parent reaps it, and then that: Testing waits for the wrong ones where a test leaves
      // children unreaped, and those tests that end their process never end.
      defer {
        let children = ProcessTree.children(of: "\(pid)/task/\(pid)")
        for child in children.isEmpty ? [pid] : children { kill(child, SIGKILL) }
        sleeper.waitUntilExit()
      }
      _ = output.fileHandleForReading.availableData
      #expect(ProcessTree.contents(of: "\(pid)/comm") == Data("\(name)\n".utf8))

      var tree = try #require(ProcessTree(of: pid, atMost: 10))
      // The child begins after what is printed.
      for _ in 0..<100 where tree.count < 2 {
        usleep(20_000)
        tree = try #require(ProcessTree(of: pid, atMost: 10))
      }
      #expect(tree.count == 2)
      #expect(tree.residentBytes > 0)
    }
  }
#endif
