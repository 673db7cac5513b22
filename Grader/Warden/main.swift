#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The first process of a sandbox: starts the program that it is there for, waits for its end, kills
/// and reaps whatever that has left, and tells how it ended. bubblewrap's own status cannot: an exit
/// with 137 looks like a kill.
///
///     warden <folder of crash reports, or -> [<name>=<value> …] -- <program> [<argument> …]
///
/// The environment comes as words: its own runtime would take some of it for itself.
///
/// What it tells goes to descriptor 3, which the program does not inherit (`SandboxNotice` reads it):
///
///     began
///     exit 0 1200000 52428800 0      or "signal 11 …": how it ended; microseconds of processor time
///     …                              of all that ran; the program's peak memory; a report's length
///
/// Signals from inside cannot end it: it is process 1. Nor can it be traced or looked into.
private let wire: Int32 = 3

private func tell(_ bytes: [UInt8]) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(wire, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}

/// `prctl` takes a variable number of arguments, which Swift cannot call by name; these five are what
/// the kernel itself takes.
private func becomeOpaque() {
  typealias Call = @convention(c) (Int32, UInt, UInt, UInt, UInt) -> Int32
  guard let symbol = dlsym(nil, "prctl") else { return }
  let setDumpable: Int32 = 4
  _ = unsafeBitCast(symbol, to: Call.self)(setDumpable, 0, 0, 0, 0)
}

private func start(_ arguments: [String], _ environment: [String]) -> pid_t? {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var words = arguments.map { strdup($0) } + [nil]
  var variables = environment.map { strdup($0) } + [nil]
  var child: pid_t = 0
  return posix_spawn(&child, arguments[0], nil, &attributes, &words, &variables) == 0 ? child : nil
}

/// The first report in `folder`: a plain file, and not without end.
private func report(in folder: String) -> [UInt8] {
  guard folder != "-", let entries = opendir(folder) else { return [] }
  defer { closedir(entries) }
  while let entry = readdir(entries) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    guard name.suffix(5).elementsEqual(".json".utf8) else { continue }
    let path = Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]
    let file = path.withUnsafeBytes {
      open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    }
    guard file >= 0 else { continue }
    defer { close(file) }
    var information = stat()
    guard fstat(file, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { continue }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 1 << 20 {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
  return []
}

// Anywhere else the signal to all below would reach all of the machine.
guard getpid() == 1 else { exit(2) }
_ = fcntl(wire, F_SETFD, FD_CLOEXEC)
becomeOpaque()
private let arguments = Array(CommandLine.arguments.dropFirst())
guard let end = arguments.firstIndex(of: "--"), (1..<arguments.count - 1).contains(end) else {
  exit(2)
}
tell(Array("began\n".utf8))
guard let child = start(Array(arguments[(end + 1)...]), Array(arguments[1..<end])) else {
  tell(Array("exit 127 0 0 0\n".utf8))
  exit(0)
}
// Whoever reads or writes at the other ends is to see the end of the program, not ours.
for descriptor in Int32(0)..<3 { close(descriptor) }

private var microseconds = 0
private var peak = 0
private var ending = "exit 127"
while true {
  var status: Int32 = 0
  var usage = rusage()
  let reaped = wait4(-1, &status, 0, &usage)
  if reaped < 0 && errno == EINTR { continue }
  guard reaped > 0 else { break }
  for time in [usage.ru_utime, usage.ru_stime] {
    microseconds += Int(time.tv_sec) * 1_000_000 + Int(time.tv_usec)
  }
  guard reaped == child else { continue }
  peak = Int(usage.ru_maxrss) << 10
  let signal = status & 0x7f
  ending = signal == 0 ? "exit \((status >> 8) & 0xff)" : "signal \(signal)"
  // All others there are; the loop goes on until they are reaped.
  kill(-1, SIGKILL)
}
private let words = ending.hasPrefix("signal") ? report(in: arguments[0]) : []
tell(Array("\(ending) \(microseconds) \(peak) \(words.count)\n".utf8) + words)
exit(0)
