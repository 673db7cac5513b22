internal import Kernels

extension Tensor {
  /// The most threads that one operation may use: at first what the environment variable
  /// `GRADUS_THREADS` says, or as many as there are cores.
  ///
  /// Results are the same bit for bit whatever it is. Small operations stay on one thread. It
  /// counts for the whole process, and may be set at any time from any thread.
  public static var threadCount: Int {
    get { threadLimit.load(ordering: .relaxed) }
    set {
      if newValue < 1 { misuse("threadCount: \(newValue) is less than 1") }
      threadLimit.store(newValue, ordering: .relaxed)
    }
  }

  /// The vector instructions that the operations were compiled for: those of the machine that the
  /// package was built on, unless `GRADUS_CPU` named another.
  public static var vectorInstructions: String { Kernels.vectorInstructions }
}
