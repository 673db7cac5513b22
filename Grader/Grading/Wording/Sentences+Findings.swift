extension Sentences {
  static func kernels(_ instructions: String, threads: Int) -> String {
    "compiled for \(instructions), on \(threads == 1 ? "1 thread" : "\(threads) threads"); "
      + "GRADUS_CPU names another processor to 'swift build'"
  }

  static func package(_ root: String, solutions: Bool) -> String {
    "\(root), " + (solutions ? "with" : "without") + " solutions"
  }

  static func scratch(_ folder: String, free: Int?) -> String {
    folder + (free.map { ", \(size($0)) free" } ?? "") + "; TMPDIR names another"
  }

  static func building(seconds: Double) -> String {
    "a program against Gradus' modules, built and started in "
      + String(format: "%.1f s", seconds)
  }

  static let notTried = "not tried: first cure what is missing above"

  static let emptyDataFolder = "GRADUS_DATA is empty, which counts as not set; " + noRealData

  static let noRealData =
    "synthetic CIFAR-10, made when it is asked for; GRADUS_DATA names a folder with the real one"

  static func sandbox(_ program: String, refusesCalls: Bool) -> String {
    "\(program), in which '\(grader) batch' compiles and runs strangers' code"
      + (refusesCalls ? "" : ". This kernel filters no system calls (seccomp)")
  }

  static func noSandbox(because reason: String) -> String {
    "'\(grader) batch' needs one, or --sandbox none. \(reason)"
  }
}
