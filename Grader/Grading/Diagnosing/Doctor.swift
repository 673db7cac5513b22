import Datasets
import Foundation
import Tensors

/// Looks whether this machine has what Gradus needs: `grader doctor`.
public enum Doctor {
  /// Finds the package from the running program, and the data set that `folder`, or else
  /// `GRADUS_DATA`, names.
  public static func findings(dataFolder folder: String?) -> [Finding] {
    let basis = [
      finding("compiler", compiler), finding("package", package), finding("scratch", scratch),
    ]
    let isWhole = basis.allSatisfy { $0.state == .there }
    return basis + [
      isWhole
        ? finding("building", building)
        : Finding(topic: "building", state: .missing, sentence: Sentences.notTried),
      Finding(
        topic: "kernels", state: .there,
        sentence: Sentences.kernels(Tensor.vectorInstructions, threads: Tensor.threadCount)),
      finding("data") { () throws(GraderError) in try data(in: folder) },
      sandbox(),
    ]
  }

  /// Students do not need one.
  private static func sandbox() -> Finding {
    do {
      let sandbox = try Sandbox.find(.find(), .find())
      return Finding(
        topic: "sandbox", state: .there,
        sentence: Sentences.sandbox(sandbox.program, refusesCalls: sandbox.filter != nil))
    } catch {
      return Finding(
        topic: "sandbox", state: .absent,
        sentence: Sentences.noSandbox(because: Sentences.error(error)))
    }
  }

  private static func finding(
    _ topic: String, _ look: () throws(GraderError) -> (Finding.State, String)
  ) -> Finding {
    do {
      let (state, sentence) = try look()
      return Finding(topic: topic, state: state, sentence: sentence)
    } catch {
      return Finding(topic: topic, state: .missing, sentence: Sentences.error(error))
    }
  }

  private static func compiler() throws(GraderError) -> (Finding.State, String) {
    let program = try Toolchain.locate()
    // A bad place for scratch folders is another finding.
    guard let toolchain = try? Toolchain.find(), let folder = try? ScratchFolder() else {
      return (.there, program)
    }
    let run = try Command.run(
      [toolchain.compiler, "--version"], in: folder.path, environment: toolchain.environment,
      limits: .compilation)
    guard run.succeeded else { throw .noAnswer(program: toolchain.compiler) }
    let version = run.output.split(separator: "\n").first.map(String.init) ?? ""
    return (.there, "\(toolchain.compiler): \(version)")
  }

  /// Compiles, links and starts a program against the modules that the package manager has built.
  ///
  /// Nothing less finds what keeps submissions from being built: a package that was moved after it
  /// was built, caches of another compiler, a linker that is not there, a folder that nobody may
  /// write in or run programs in.
  private static func building() throws(GraderError) -> (Finding.State, String) {
    let installation = try Installation.find()
    let seconds = try Trial(installation, try .find()).run()
    try Folder.makeWritable(installation.subjects)
    return (.there, Sentences.building(seconds: seconds))
  }

  private static func package() throws(GraderError) -> (Finding.State, String) {
    let installation = try Installation.find()
    _ = try installation.objects()
    return (.there, Sentences.package(installation.root, solutions: installation.hasSolutions))
  }

  private static func scratch() throws(GraderError) -> (Finding.State, String) {
    let folder = try ScratchFolder()
    let parent = (folder.path as NSString).deletingLastPathComponent
    try AtomicFile.write(Data(count: 1 << 20), to: "\(folder.path)/a-megabyte", durably: false)
    let values = try? URL(fileURLWithPath: parent).resourceValues(
      forKeys: [.volumeAvailableCapacityKey])
    return (.there, Sentences.scratch(parent, free: values?.volumeAvailableCapacity))
  }

  private static func data(in folder: String?) throws(GraderError) -> (Finding.State, String) {
    let data = try TrainingData.select(folder: folder, seed: 0)
    if folder == nil, ImageData.isEmptyInEnvironment { return (.absent, Sentences.emptyDataFolder) }
    guard data.isReal, let folder = folder ?? ImageData.folderInEnvironment else {
      return (.absent, Sentences.noRealData)
    }
    try data.checkRecords()
    return (.there, "\(data.name) in \(folder)")
  }
}
