import Testing

@testable import Grading

/// The house keeps its own rules.
@Suite("The house")
struct HouseTests {
  private let rules: HouseRules

  init() throws {
    rules = HouseRules(root: try Installation.find().root)
  }

  @Test("Arrows go one way, and nothing that decides imports an exercise")
  func importsFollowTheArrows() throws {
    let found = try rules.strangeImports()
    #expect(found == [])
  }

  @Test("What a target imports, the package's manifest declares")
  func importsAreDeclared() throws {
    let found = try rules.undeclaredImports()
    #expect(found == [])
  }

  @Test("A source file has at most 250 lines, one of an exercise 120")
  func filesAreShort() throws {
    let found = try rules.longFiles()
    #expect(found == [])
  }

  @Test("Every folder of an exercise is listed, and its tests are")
  func noStrayExercise() throws {
    let found = try rules.strayExercises()
    #expect(found == [])
  }

  @Test("The package depends on no other")
  func noDependency() throws {
    #expect(!(try rules.text(of: "Package.swift").contains(".package(")))
  }

  @Test("The page of the house draws the arrows as they are")
  func pictureIsTrue() throws {
    let picture = try rules.picture()
    #expect(try rules.text(of: HouseRules.page).contains(picture), "\(picture)")
  }

  @Test("The page of the house has a line for each folder")
  func foldersAreTold() throws {
    let found = try rules.untoldFolders()
    #expect(found == [])
  }

  @Test("Every script can be run by its name")
  func scriptsCanRun() throws {
    let found = try rules.scriptsThatCannotRun()
    #expect(found == [])
  }
}
