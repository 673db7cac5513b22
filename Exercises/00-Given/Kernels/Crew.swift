import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Threads that are kept for the pieces of operations.
///
/// To wake a thread takes longer than many an operation: up to 50 µs where the machine is a virtual
/// one. So whoever has just worked stays awake for a moment, in case another operation follows.
///
/// Theory of operation: one caller at a time has the crew. It puts up a job and opens the door;
/// members come in, take pieces until there are none, and leave. So does the caller, who then shuts
/// the door and waits until all have left. Who comes late finds the door shut, and nobody has
/// waited for them.
///
/// Everybody has a share of the pieces, the same one in every job, and takes those of others only
/// when it is used up: so what one operation has written is in the cache of the core that reads it
/// in the next. To fetch it from another core can take longer than the operation.
final class Crew: Sendable {
  private typealias Job = (body: (Int) -> Void, count: Int, shares: Int)

  private let isTaken = Atomic(false)

  /// Written while the door is shut and nobody is in, read by those who are in.
  nonisolated(unsafe) private var job: Job?

  /// How many pieces of each share are taken. A line of the cache apart, since each is mostly
  /// counted by one thread.
  nonisolated(unsafe) private let taken: UnsafeMutablePointer<Atomic<Int>>
  private static let distance = 64 / MemoryLayout<Atomic<Int>>.stride

  /// Twice the number of members who are in, and one more while the door is open.
  private let door = Atomic(0)

  private let members: Int

  /// How many members the job has work for.
  private let places = Atomic(0)

  /// Counts the jobs.
  private let call = Atomic(0)

  private let sleepers = Atomic(0)
  private let bell = DispatchSemaphore(value: 0)

  /// How long one who waits stays awake.
  private static let patience: UInt64 = 100_000

  /// The crew of a process, which lives as long as that.
  init(members: Int) {
    self.members = members
    taken = .allocate(capacity: (members + 1) * Crew.distance)
    for share in 0...members { (taken + share * Crew.distance).initialize(to: Atomic(0)) }
    for number in 0..<members {
      DispatchQueue(label: "gradus.crew.\(number)", qos: .userInitiated).async {
        self.serve(share: number + 1)
      }
    }
  }

  /// Calls `body` for each of `count` pieces on at most `threads` threads, the caller's among them.
  ///
  /// Returns false, with nothing done, where the crew is at work for somebody else.
  func run(_ count: Int, threads: Int, _ body: (Int) -> Void) -> Bool {
    guard isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else { return false }
    withoutActuallyEscaping(body) { body in
      let shares = min(threads, members + 1)
      job = (body, count, shares)
      for share in 0..<shares { taken[share * Crew.distance].store(0, ordering: .relaxed) }
      places.store(shares - 1, ordering: .relaxed)
      door.store(1, ordering: .releasing)
      call.add(1, ordering: .releasing)
      wake(shares - 1)
      takePieces(from: 0)
      door.bitwiseAnd(~1, ordering: .relaxed)
      waitUntilEmpty()
      job = nil
    }
    isTaken.store(false, ordering: .releasing)
    return true
  }

  /// A function of its own, so that the copy of the job's closure is gone when it returns.
  @inline(never)
  private func takePieces(from own: Int) {
    guard let job else { return }
    for turn in 0..<job.shares {
      let share = (own + turn) % job.shares
      let pieces = piece(share, of: job.shares, count: job.count, unit: 1)
      while true {
        let next =
          pieces.lowerBound + taken[share * Crew.distance].add(1, ordering: .relaxed).oldValue
        if next >= pieces.upperBound { break }
        job.body(next)
      }
    }
  }

  private func waitUntilEmpty() {
    let start = DispatchTime.now().uptimeNanoseconds
    while door.load(ordering: .acquiring) != 0 {
      // Only where a member who is in has lost its core.
      if DispatchTime.now().uptimeNanoseconds - start > Crew.patience { sched_yield() }
    }
  }

  private func serve(share: Int) {
    var answered = 0
    while true {
      answered = nextCall(after: answered)
      if enter() {
        takePieces(from: share)
        door.subtract(2, ordering: .releasing)
      }
    }
  }

  private func nextCall(after answered: Int) -> Int {
    // It does not give way: who does may not run again for longer than all of this takes.
    let start = DispatchTime.now().uptimeNanoseconds
    repeat {
      for _ in 0..<64 {
        let latest = call.load(ordering: .acquiring)
        if latest != answered { return latest }
      }
    } while DispatchTime.now().uptimeNanoseconds - start < Crew.patience
    // A call that comes just now wakes nobody, and its caller works alone.
    sleepers.add(1, ordering: .relaxed)
    bell.wait()
    return call.load(ordering: .acquiring)
  }

  private func enter() -> Bool {
    var seen = door.load(ordering: .relaxed)
    while seen & 1 == 1 && seen >> 1 < places.load(ordering: .relaxed) {
      let (exchanged, now) = door.weakCompareExchange(
        expected: seen, desired: seen + 2, ordering: .acquiring)
      if exchanged { return true }
      seen = now
    }
    return false
  }

  private func wake(_ wanted: Int) {
    let asleep = sleepers.load(ordering: .relaxed)
    // Only the caller who has the crew counts down.
    let called = min(asleep, wanted)
    if called == 0 { return }
    sleepers.subtract(called, ordering: .relaxed)
    for _ in 0..<called { bell.signal() }
  }
}
