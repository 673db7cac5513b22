import Foundation
import Testing

@testable import Grading

@Suite("A folder's place")
struct FolderTests {
  @Test("What is not there yet lies where the last folder on its way that is there leads to")
  func throughALink() throws {
    let scratch = try ScratchFolder()
    let (inside, link) = ("\(scratch.path)/class", "\(scratch.path)/link")
    try Folder.make(inside)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: inside)
    #expect(Folder.isInside("\(link)/new/deeper", inside))
    #expect(Folder.isInside("\(link)/new", inside))
    #expect(Folder.isInside("\(inside)/new/../other", inside))
    #expect(!Folder.isInside("\(scratch.path)/classes/new", inside))
    #expect(!Folder.isInside("\(scratch.path)/new/deeper", inside))
  }

  @Test("A scratch folder is removed, however deep it is and whatever it is closed to")
  func removing() throws {
    let path: String
    do {
      let scratch = try ScratchFolder()
      path = scratch.path
      try Folder.make("\(path)/closed/inner")
      try AtomicFile.write(Data("1".utf8), to: "\(path)/closed/inner/file", durably: false)
      chmod("\(path)/closed", 0)
      var folder = open(path, O_RDONLY | O_DIRECTORY)
      for _ in 0..<1500 where mkdirat(folder, "deep", 0o700) == 0 {
        let next = openat(folder, "deep", O_RDONLY | O_DIRECTORY)
        close(folder)
        folder = next
      }
      close(folder)
    }
    #expect(access(path, F_OK) != 0)
  }
}
