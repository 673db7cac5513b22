import Testing

/// Whole, as the others.
@Suite("Help screens of what goes out and comes back")
struct HelpOutAndBackTests {
  @Test("grader help submit shows its form and options")
  func submit() throws {
    let run = try GraderCommand(["help", "submit"])
    #expect(
      run.output == """
        OVERVIEW: Check an exercise, and pack exactly what is graded of it.

        USAGE: swift run grader submit <exercise> [--output <file>] [--data <folder>] [--anyway]

        ARGUMENTS:
          <exercise>              Its number, as 05.

        OPTIONS:
          --output <file>         The archive; submission-05.zip without.
          --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
          --anyway                Pack a file that does not compile, too. It counts as if nothing of it were
                                  written; without this it is only named.

        Points that are missing keep nobody from handing in. What would be refused where it is graded is not
        packed: a file that is missing or too large, a network that is.

        EXIT STATUS: 0 packed, 1 not packed, and why, 2 wrong use or a fault of the grader.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help update shows its form and options")
  func update() throws {
    let run = try GraderCommand(["help", "update"])
    #expect(
      run.output == """
        OVERVIEW: Bring a new version of the course, and leave your work as it is.

        USAGE: swift run grader update <release>

        ARGUMENTS:
          <release>               The new students' package: its folder, or the archive that you downloaded.

        What you have not touched is renewed. A file that you have written stays; where there is a new stub,
        it comes beside it as NAME.new. Where you have changed a file of ours, what you had goes to
        NAME.yours. Nothing of yours is written over, and it says what it did.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }
}
