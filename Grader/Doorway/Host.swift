#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// The untrusted side's loop: reads questions, writes answers, ends at the end of its input.
///
/// The wire comes as standard input and output. Both are moved out of the way before anything
/// of the exercise runs: what a student prints goes to standard error, which the grader keeps as
/// the subject's log. Student code that goes looking for the wire can forge an answer with it,
/// and an answer is only ever a value to be compared.
public func serve(_ answers: Answers) -> Never {
  let input = moved(from: STDIN_FILENO)
  let output = moved(from: STDOUT_FILENO)
  let nothing = open("/dev/null", O_RDONLY)
  dup2(nothing, STDIN_FILENO)
  dup2(STDERR_FILENO, STDOUT_FILENO)
  // Line by line, so that what was printed before a trap is not lost with the process.
  setvbuf(stdout, nil, _IOLBF, 0)
  Overtime.trapIfAsked()

  var buffer = Data()
  while true {
    do {
      if let frame = try Frame.take(from: &buffer, limit: Int.max / 4) {
        let reply = answers.reply(to: frame) { send($0, to: output) }
        fflush(stdout)
        send(reply, to: output)
      } else if !readMore(from: input, into: &buffer) {
        exit(0)
      }
    } catch {
      fputs("subject: what came in is no question: \(error)\n", stderr)
      exit(1)
    }
  }
}

/// Returns a new descriptor for `descriptor`, which children do not inherit.
private func moved(from descriptor: Int32) -> Int32 {
  let copy = dup(descriptor)
  _ = fcntl(copy, F_SETFD, FD_CLOEXEC)
  return copy
}

private func readMore(from descriptor: Int32, into buffer: inout Data) -> Bool {
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count < 0 && errno == EINTR { continue }
    buffer.append(contentsOf: chunk.prefix(max(count, 0)))
    return count > 0
  }
}

private func send(_ frame: Frame, to descriptor: Int32) {
  let bytes = [UInt8](frame.bytes)
  var sent = 0
  while sent < bytes.count {
    let count = bytes[sent...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { exit(1) }
    sent += count
  }
}
