import Dispatch
import Foundation
import Synchronization

/// Being asked to stop: by Ctrl-C, by `kill`, by a terminal that is closed.
///
/// Our children live in sessions of their own, where none of this reaches them. So they are killed
/// from here, and no new one is started; whoever waits for one finds that it has ended. What comes
/// of that says nothing about anybody's code: ask `signal` before you believe it.
public enum Interruption {
  static let signals = [SIGINT, SIGTERM, SIGHUP]

  private static let caught = Atomic<Int32>(0)
  private static let sources = Mutex<[any DispatchSourceSignal]>([])

  /// The signal that has come; nil as long as there was none.
  public static var signal: Int32? {
    let signal = caught.load(ordering: .sequentiallyConsistent)
    return signal == 0 ? nil : signal
  }

  /// What a shell reports of a program that a signal has ended.
  public static func status(of signal: Int32) -> Int32 { 128 + signal }

  /// From now on signals end the work in good order. A second one ends the program at once.
  public static func beginCatching() {
    let queue = DispatchQueue(label: "gradus.interruption")
    for number in signals {
      let former = Foundation.signal(number, SIG_IGN)
      // Who starts us with `nohup` means it.
      if number == SIGHUP, isIgnoring(former) { continue }
      sources.withLock { sources in
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler { arrived(number) }
        source.resume()
        sources.append(source)
      }
    }
  }

  private static func arrived(_ number: Int32) {
    let exchange = caught.compareExchange(
      expected: 0, desired: number, ordering: .sequentiallyConsistent)
    // Noted before anything is killed: what ends from now on is not believed.
    Strays.killAll()
    if !exchange.exchanged { _exit(status(of: number)) }
  }

  /// Handlers are compared by address: as functions they cannot be.
  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
