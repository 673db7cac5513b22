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
}
