import Doorway
import Foundation
import Grading
import Tensors

let folderChecks = [
  Check(
    "03.folder.order",
    claim:
      "folders are classes in sorted order, and so are the images in each; nothing else counts",
    points: 5, uses: ["03.netpbm.images"],
    hints: [
      "The label of a class is its place among the sorted names.",
      "What lies there besides images, and besides folders? What begins with a dot?",
    ]
  ) { exam in
    let (input, content) = exam.folder()
    // Whoever read these as images would end there, and not be told what they are: they are counted.
    var counted = input
    counted.countsOnly = true
    counted.emptyFolders += ["_moth/none.pgm", "cat/old.ppm/older"]
    try exam.expect([(counted, [], []), (input, content, [])], count: content.count)
    var missing = input
    missing.isMissing = true
    let seen = try exam.ask(.imageFolder, missing)
    exam.note(seen, of: .imageFolder, missing)
    try exam.expect(seen.isRefused, "there was no folder, and no error was thrown")
  },

  Check(
    "03.folder.lazy",
    claim: "an image is read when it is asked for, and not before",
    points: 2, buildsOn: ["03.folder.order"],
    hints: ["What does init have to keep of a file, if not its bytes?"]
  ) { exam in
    var (input, content) = exam.folder()
    // Images written anew between opening and asking, of which some were none before.
    for i in content.indices where i % 3 != 1 {
      if i % 3 == 2, let file = input.files.firstIndex(where: { $0.path == content[i].path }) {
        input.files[file].bytes = Bytes(Data("no image yet".utf8))
      }
      content[i].picture = exam.picture(channels: 1 + 2 * (i % 2), width: 2, height: 3)
      input.rewritten.append(content[i].file)
    }
    // And once more, between asking and asking again.
    var later = content
    for i in later.indices where i % 2 == 0 {
      later[i].picture = exam.picture(channels: 3, width: 3, height: 1)
      input.rewrittenLater.append(later[i].file)
    }
    try exam.expect([(input, content, later)], count: content.count)
    let broken = FolderRun([FolderRun.File("a/b.ppm", Bytes(Data("P6 1 1 255 ab".utf8)))])
    try exam.expect(
      try exam.endsProgram(.imageFolder, broken) != false,
      "a file that is no image was read all the same, expected the program to end with a sentence")
  },
]

let memoryChecks = [
  Check(
    "03.memory.kept",
    claim: "all samples are read at the start, and the data set is not asked again",
    points: 3,
    hints: ["(0..<n).map { … } makes an array. Of what?"]
  ) { exam in
    let count = exam.count(in: 4...7)
    let inputs = [count, 1, 0, count].map { n in
      GivenSamples(images: exam.normal([n, 2, 1, 3]), labels: exam.labels(n, classes: 5))
    }
    let all = try inputs.map { input in
      let seen = try exam.ask(.inMemory, input)
      exam.note(seen, of: .inMemory, input)
      return seen
    }
    for (input, seen) in zip(inputs, all) {
      let (images, labels) = (input.images, input.labels)
      let n = labels.count
      try exam.expect(
        seen.asksMeanwhile >= n,
        "\(seen.asksMeanwhile) samples of \(n) had been read when InMemory was made")
      try exam.expect(
        seen.asksAfterwards == 0,
        "the data set was asked \(seen.asksAfterwards) times after InMemory was made")
      try exam.expect(seen.samples.count == n, "count is \(seen.samples.count), expected \(n)")
      try exam.expect(
        seen.samples.labels == labels
          && zip(seen.samples.images, 0..<n).allSatisfy { $0 == images.row($1) },
        "the samples are not those of the data set")
    }
  }
]

/// A file of a folder, as it must be read.
private struct Entry {
  var path: String
  var label: Int
  var picture: Picture

  var file: FolderRun.File { FolderRun.File(path, Bytes(Data(picture.plainFile))) }
}

/// Of one the path of an image comes before those of another whose name comes first.
private let names = [
  "zebra", "Ant", "bee2", "bee10", "_moth", "cat", "cat-big", "cat fat", "empty",
]

extension Examination {
  /// A folder with classes that sort unlike people count, and things that are none of them; and what
  /// must be read of it.
  fileprivate func folder() -> (FolderRun, [Entry]) {
    let classes = names.sorted()
    var (files, entries): ([FolderRun.File], [Entry]) = ([], [])
    for (label, name) in classes.enumerated() where name != "empty" {
      let images = ["img10.ppm", "img9.pgm", "Last.ppm", "a.b.pgm", "first photo.ppm"]
        .shuffled(using: &generator).prefix(count(in: 2...4)).sorted()
      for image in images {
        let channels = image.hasSuffix(".ppm") ? 3 : 1
        let entry = Entry(
          path: "\(name)/\(image)", label: label,
          picture: picture(channels: channels, width: count(in: 1...4), height: 2))
        entries.append(entry)
        files.append(entry.file)
      }
    }
    let spare = Bytes(Data(picture(channels: 3, width: 1, height: 1).plainFile))
    files += [
      "stray.ppm", "cat/notes.txt", "cat/.img1.ppm", "zebra/ppm", "_moth/x.ppm.bak", ".hid/a.ppm",
      "zebra/deep/deeper.ppm", "Ant/y.PNG", "Ant/LOUD.PPM", "cat/yppm",
    ].map { FolderRun.File($0, spare) }
    return (
      FolderRun(
        files.shuffled(using: &generator), emptyFolders: ["empty", ".dark"]),
      entries
    )
  }

  /// Expects of each folder so many images, those that are read, and what they are later.
  fileprivate func expect(_ runs: [(FolderRun, [Entry], [Entry])], count: Int) throws {
    let classes = names.sorted()
    let all = try runs.map { input, entries, later in
      let seen = try ask(.imageFolder, input)
      expect(
        seen,
        toBe: [Tensor(Double(count)), Tensor(entries.map(\.label))]
          + (entries + later).map(\.picture.image)
          + classes.map { Tensor($0.utf8.map { Int($0) }) },
        of: .imageFolder, input)
      return seen
    }
    for seen in all {
      try expect(!seen.isRefused, "a folder was refused")
      try expect(
        seen.classNames == classes, "classNames is \(seen.classNames), expected \(classes)")
      try expect(
        seen.samples.count == count,
        "there are \(seen.samples.count) images, expected \(count)")
    }
  }
}
