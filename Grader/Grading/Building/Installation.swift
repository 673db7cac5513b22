import Foundation

/// Where Gradus lies on this machine: the package, and what has been built of it.
public struct Installation: Sendable {
  /// The folder of `Package.swift`.
  public let root: String

  /// Where the package manager put the program that is running, and the modules beside it.
  public let products: String

  /// Finds both from the place of the running program.
  public static func find() throws(GraderError) -> Installation {
    #if canImport(Darwin)
      // Tests are a bundle, which lies beside the modules; a program's bundle is the folder it lies in.
      let bundle = URL(fileURLWithPath: Bundle(for: Anchor.self).bundlePath)
        .resolvingSymlinksInPath()
      let products = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    #else
      let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
      let products = URL(fileURLWithPath: program).resolvingSymlinksInPath()
        .deletingLastPathComponent()
    #endif
    guard let root = packageRoot(above: products) ?? packageRoot(above: workingFolder) else {
      throw .noPackage(searchedFrom: workingFolder.path)
    }
    return Installation(root: root.path, products: products.path)
  }

  /// The program that answers for the exercises as the package manager built them.
  public var subject: String { "\(products)/subject" }

  /// Built subjects that are worth keeping.
  var subjects: String { "\(products)/subjects" }

  public func submissions(of exercise: Exercise) -> String {
    "\(root)/Data/Submissions/\(exercise.number)"
  }

  /// Right solutions in other styles than ours. Apart from the submissions: there each folder is one.
  func styles(of exercise: Exercise) -> String { "\(root)/Data/Styles/\(exercise.number)" }

  public var hasSolutions: Bool { FileManager.default.fileExists(atPath: "\(root)/Solutions") }

  public func stubs(of exercise: Exercise) -> String { "\(root)/Exercises/\(exercise.folder)" }
  public func solutions(of exercise: Exercise) -> String { "\(root)/Solutions/\(exercise.folder)" }

  /// Where the files of the exercise lie as they were handed out: in a students' package apart from
  /// those that somebody works in.
  func handedOut(_ exercise: Exercise) -> String {
    let folder = "\(root)/\(Release.stubs)/\(exercise.folder)"
    return Folder.isFolder(folder) ? folder : stubs(of: exercise)
  }

  /// What to type in the package's folder to have a file of the exercise as it was handed out.
  func commandBringingBack(_ file: String, of exercise: Exercise) -> String {
    let place = "Exercises/\(exercise.folder)"
    return handedOut(exercise) == stubs(of: exercise)
      ? "git checkout -- \(place)/\(file)"
      : "cp \(Release.stubs)/\(exercise.folder)/\(file) \(place)"
  }

  /// The files that answer for an exercise: `Exercise05.swift` and what goes with it.
  func answerFiles(of exercise: Exercise) throws(GraderError) -> [String] {
    let folder = "\(root)/Grader/Subject"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = names.filter {
      $0 == "\(exercise.module).swift" || $0.hasPrefix("\(exercise.module)+")
    }
    guard !own.isEmpty else { throw .cannotRead(path: folder, errno: ENOENT) }
    return own.sorted().map { "\(folder)/\($0)" }
  }

  /// The folder of the recorded answers.
  public func answerKey(of exercise: Exercise) -> String {
    "\(root)/Data/AnswerKeys/\(exercise.number)"
  }

  /// The object files of the modules that a subject is linked with.
  func objects() throws(GraderError) -> [String] {
    var all: [String] = []
    for module in Self.subjectModules { all += try objects(of: module) }
    return all
  }

  static let subjectModules = ["Kernels", "Tensors", "Datasets", "Doorway"]

  /// The object files of a module, of those of its sources that count. Optimised as a whole, it is one
  /// object, or one a source.
  func objects(
    of module: String, where counts: (_ source: String) -> Bool = { _ in true }
  ) throws(GraderError) -> [String] {
    let map = "\(products)/\(module).build/output-file-map.json"
    guard let data = FileManager.default.contents(atPath: map),
      let entries = try? JSONDecoder().decode([String: [String: String]].self, from: data)
    else { throw .noBuiltModules(folder: products) }
    let objects = entries.compactMap { source, made in
      made["object"].map { (source: source, object: $0) }
    }
    if let folder = objects.first.map({ ($0.object as NSString).deletingLastPathComponent }),
      !Folder.isInside(folder, products)
    {
      throw .movedPackage(root: root, builtIn: (folder as NSString).deletingLastPathComponent)
    }
    return Set(objects.filter { counts($0.source) }.map(\.object)).sorted().filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  private static var workingFolder: URL {
    URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
  }

  private static func packageRoot(above folder: URL) -> URL? {
    var folder = folder
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
      {
        return folder
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// Something of this module, for finding its bundle.
  private final class Anchor {}
}
