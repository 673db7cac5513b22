import Foundation

/// Measures how much stack a piece of work takes: it is done on a thread with a stack of ours, which
/// is all zeros before.
struct StackGauge {
  private static let size = 64 << 20

  /// Does `work`, and returns how many bytes of stack it took.
  static func bytes(of work: @escaping () -> Void) -> Int {
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
    // A stack grows downwards, so what it has never come to lies in front.
    let words = UnsafeBufferPointer(
      start: stack.assumingMemoryBound(to: UInt.self), count: size / MemoryLayout<UInt>.size)
    let untouched = words.firstIndex { $0 != 0 } ?? words.count
    return size - untouched * MemoryLayout<UInt>.size
  }

  private final class Work {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
}
