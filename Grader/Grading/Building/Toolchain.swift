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
    #if canImport(Darwin)
      if environment["SDKROOT"] == nil { environment["SDKROOT"] = Self.systemSDK(environment) }
    #endif
    self.environment = environment
  }

  #if canImport(Darwin)
    /// Where the system's modules are. Apple's own compiler finds them; one from swift.org, started by
    /// itself and not by the package manager, has to be told.
    private static func systemSDK(_ environment: [String: String]) -> String? {
      let words = ["/usr/bin/xcrun", "--sdk", "macosx", "--show-sdk-path"]
      let run = try? Command.run(words, in: "/", environment: environment, limits: .compilation)
      guard let run, run.succeeded else { return nil }
      return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  #endif

  /// Returns the folder `usr` in which the compiler and its libraries lie: what is on the search path
  /// may be a link, or a program that chooses among several toolchains.
  func usr() throws(GraderError) -> String {
    struct Info: Decodable {
      var paths: [String: Value]
      enum Value: Decodable {
        case path(String), other
        init(from decoder: any Decoder) throws {
          let path = try? decoder.singleValueContainer().decode(String.self)
          self = path.map(Self.path) ?? .other
        }
      }
    }
    let run = try Command.run(
      [compiler, "-print-target-info"], in: scratch.path, environment: environment, limits: limits)
    guard run.succeeded,
      let info = try? JSONDecoder().decode(Info.self, from: Data(run.output.utf8)),
      case .path(let resources) = info.paths["runtimeResourcePath"]
    else { throw .noAnswer(program: compiler) }
    return URL(fileURLWithPath: resources).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().path
  }

  /// Finds `swiftc` on the search path.
  public static func find() throws(GraderError) -> Toolchain {
    try Toolchain(compiler: try locate(), path: searchPath)
  }

  static func locate() throws(GraderError) -> String {
    guard let program = onSearchPath("swiftc") else { throw .noToolchain }
    return program
  }

  static func onSearchPath(_ name: String) -> String? {
    searchPath.split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  private static var searchPath: String {
    ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  }

  /// Lets the compiler keep what it makes of the system's modules: without, every start is cold.
  /// Where somebody else has built the package, and nothing can be kept beside it, it is kept as
  /// long as this value.
  func cache(in products: String) -> String {
    let shared = "\(products)/ModuleCache"
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: shared)) ?? []
    let folders = [shared] + entries.map { "\(shared)/\($0)" }.filter(Folder.isFolder)
    let isOurs =
      !FileManager.default.fileExists(atPath: shared)
      || Folder.isFolder(shared) && folders.allSatisfy { access($0, W_OK) == 0 }
    return isOurs ? shared : "\(scratch.path)/ModuleCache"
  }
}
