import Doorway
import Foundation

/// A page that shows an exercise: its data, what student code makes of them, and what was trained.
public struct PicturePage: Sendable {
  let exercise: Exercise
  let data: String
  let seed: UInt64
  let sections: [Section]

  struct Section: Sendable {
    var title: String
    var pictures: [Illustration]

    /// What is in the place of pictures that could not be made.
    var instead = ""
  }

  /// The exercise in this package, drawn by its own code.
  ///
  /// - Parameter say: Called with a line where it takes longer than a moment.
  /// - Throws: `GraderError.noPictures` where there is nothing to be seen of it.
  public init(
    of exercise: Exercise, _ installation: Installation, seed: UInt64, data folder: String?,
    say: (String) -> Void
  ) throws {
    guard let plan = exercise.pictures else {
      throw GraderError.noPictures(exercise: exercise.number)
    }
    let choice = plan.data ?? exercise.data ?? .cifar10
    // Images that nobody is shown are not looked for.
    let data =
      plan.name == nil ? try choice.select(folder, seed) : try choice.synthetic(seed)
    let work = try OwnWork(
      exercise, installation, seed: seed, data: plan.name == nil ? folder : nil, optimized: true)
    if plan.trains { say(Sentences.trainsFirst) }
    let build = work.build
    let sources = PictureSources(
      exercise, data: data, seed: seed, room: OwnWork.room(of: exercise, installation)
    ) {
      try SubjectProcess(
        executable: build.executable, studentFiles: Set(exercise.files), limits: .training)
    }
    try self.init(plan, sources, build: build)
  }

  init(_ plan: PicturePlan, _ sources: PictureSources, build: Build? = nil) throws {
    (exercise, seed) = (sources.exercise, sources.seed)
    data = plan.name ?? sources.data.name
    sections = try plan.sections.map { section in
      do {
        return Section(title: section.title, pictures: try section.draw(sources))
      } catch {
        guard let words = Sentences.fault(error, in: sources.exercise, of: build) else {
          throw error
        }
        return Section(title: section.title, pictures: [], instead: words)
      }
    }
  }

  /// How many of the sections have no picture.
  public var missing: Int { sections.count { !$0.instead.isEmpty } }

  /// Writes the page as the file `path`, or to where all such pages lie; returns where it is.
  public func write(
    to path: String?, _ installation: Installation
  ) throws(GraderError) -> String {
    let folder = "\(installation.root)/reports"
    if path == nil { try Folder.make(folder) }
    let place = path ?? "\(folder)/show-\(exercise.number).html"
    try AtomicFile.write(Data(html.source.utf8), to: place, durably: false)
    return place
  }

  var html: HTML {
    let links: [HTML] = sections.enumerated().map { i, section in
      "<li><a href=\"#s\(i + 1)\">\(section.title)</a></li>\n"
    }
    let parts: [HTML] = sections.enumerated().map { i, section in
      let instead: HTML =
        section.instead.isEmpty
        ? ""
        : """
        <p class="instead"><i class="unfinished">\(Screen.sign(.unfinished))</i> \
        <span>\(section.instead)</span></p>

        """
      return """
        <section id="s\(i + 1)">
        <h2>\(section.title)</h2>
        \(instead)\(section.pictures.map(\.html))</section>

        """
    }
    return .document(
      title: "Exercise \(exercise.number) in pictures", showsImages: true,
      """
      <header>
      <h1>Exercise \(exercise.number) in pictures</h1>
      <p>\(exercise.title)</p>
      <p class="quiet">Data: \(data) · Seed: \(String(seed))</p>
      <nav aria-label="Sections"><ul class="contents">
      \(links)</ul></nav>
      </header>
      <main>
      \(parts)</main>
      """)
  }
}
