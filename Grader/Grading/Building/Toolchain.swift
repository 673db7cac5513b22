import Foundation

/// The Swift compiler.
public struct Toolchain: Sendable {
  public let compiler: String
  public let environment: [String: String]

  /// Finds `swiftc` on the search path, or where `xcrun` would.
  public static func find() throws(GraderError) -> Toolchain {
    let own = ProcessInfo.processInfo.environment
    let path = own["PATH"] ?? "/usr/bin:/bin"
    let folders = path.split(separator: ":").map(String.init)
    guard
      let folder = folders.first(where: {
        FileManager.default.isExecutableFile(atPath: "\($0)/swiftc")
      })
    else { throw .noToolchain }
    var environment = ["PATH": path, "LANG": "C.UTF-8"]
    for name in ["HOME", "DEVELOPER_DIR", "SDKROOT", "TOOLCHAINS", "TMPDIR"] {
      environment[name] = own[name]
    }
    return Toolchain(compiler: "\(folder)/swiftc", environment: environment)
  }

  /// Lets the compiler keep what it makes of the system's modules: without, every start is cold.
  func cache(in products: String) -> [String] {
    ["-module-cache-path", "\(products)/ModuleCache"]
  }
}
