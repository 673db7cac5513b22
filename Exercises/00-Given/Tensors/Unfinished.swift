#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The status with which a process ends that reached an unfinished part of an exercise.
public let unfinishedStatus: Int32 = 86

/// What `unfinished(_:)` does in place of ending the process, if not `nil`.
///
/// To be set once, before any exercise runs: nothing guards it against a second thread.
public nonisolated(unsafe) var whenUnfinished: (@Sendable (_ part: String) -> Never)?

/// Marks a part of an exercise that is still to be written, such as `"5.1"`.
///
/// Ends the process with `unfinishedStatus`, after a line on standard error that names the part.
public func unfinished(_ part: String) -> Never {
  whenUnfinished?(part)
  let line = "unfinished: \(part)\n"
  _ = line.utf8.withContiguousStorageIfAvailable { write(2, $0.baseAddress, $0.count) }
  _exit(unfinishedStatus)
}
