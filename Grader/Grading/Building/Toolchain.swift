import Foundation

/// The Swift compiler, with a folder of its own for what it leaves behind.
public struct Toolchain: Sendable {
  public let compiler: String
  public let environment: [String: String]
  let limits: Limits

  /// A driver leaves an empty folder behind at every start, whether or not it is told to keep
  /// anything: here they go with the rest.
  private let scratch: ScratchFolder

  init(
    compiler: String, path: String, limits: Limits = .compilation
  ) throws(GraderError) {
    self.compiler = compiler
    self.limits = limits
    scratch = try ScratchFolder()
    var environment = ["PATH": path, "LANG": "C.UTF-8", "TMPDIR": scratch.path]
    let own = ProcessInfo.processInfo.environment
    for name in ["HOME", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS"] {
      environment[name] = own[name]
    }
    self.environment = environment
  }

  /// Finds `swiftc` on the search path, or where `xcrun` would.
  public static func find() throws(GraderError) -> Toolchain {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let folders = path.split(separator: ":").map(String.init)
    guard
      let folder = folders.first(where: {
        FileManager.default.isExecutableFile(atPath: "\($0)/swiftc")
      })
    else { throw .noToolchain }
    return try Toolchain(compiler: "\(folder)/swiftc", path: path)
  }

  /// Lets the compiler keep what it makes of the system's modules: without, every start is cold.
  func cache(in products: String) -> [String] {
    ["-module-cache-path", "\(products)/ModuleCache"]
  }
}
