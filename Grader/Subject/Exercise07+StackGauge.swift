import Foundation

/// Tells whether a piece of work makes do with half a mebibyte of stack, which is what a thread behind
/// the first has on a Mac: it is done on a thread with a larger one of ours, all zeros before.
struct StackGauge {
  private static let size = 64 << 20
  private static let enough = 512 << 10

  /// Does `work`, and returns whether it made do.
  static func isEnough(for work: @escaping () -> Void) -> Bool {
    guard
      let stack = mmap(
        nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      stack != MAP_FAILED
    else { fatalError("there is no memory for a stack") }
    defer { munmap(stack, size) }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstack(&attributes, stack, size) == 0 else {
      fatalError("there is no thread with a stack of ours")
    }
    let box = Unmanaged.passRetained(Work(work)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, box)
      guard status == 0, let thread else { fatalError("there is no thread") }
    #else
      var thread = pthread_t()
      let status = pthread_create(
        &thread, &attributes,
        { argument in
          if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        }, box)
      guard status == 0 else { fatalError("there is no thread") }
    #endif
    pthread_join(thread, nil)
    // A stack grows downwards, so whoever takes more has written right below.
    let below = UnsafeRawBufferPointer(start: stack + size - 2 * enough, count: enough)
    return below.bindMemory(to: UInt.self).allSatisfy { $0 == 0 }
  }

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
