import Testing

/// Whole, as the others.
@Suite("Help screens of what makes pages")
struct HelpPagesTests {
  @Test("grader help show shows its form and options")
  func show() throws {
    let run = try GraderCommand(["help", "show"])
    #expect(
      run.output == """
        OVERVIEW: See your data, your network and its last training, in a page of pictures.

        USAGE: swift run grader show <exercise> [--data <folder>] [--output <file>]

        ARGUMENTS:
          <exercise>              Its number, as 05.

        OPTIONS:
          --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
          --output <file>         The page, reports/show-05.html without. It needs no other file.

        The pictures are made by your code, and of what 'swift run grader train' has kept of the last
        training. What is not written yet is named in the place of its picture.

        EXIT STATUS: 0 the page is written, 2 wrong use, no pictures, or a fault of the grader.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help playground shows its form and options")
  func playground() throws {
    let run = try GraderCommand(["help", "playground"])
    #expect(
      run.output == """
        OVERVIEW: Train your own layers of exercise 05 on points of the plane, with many settings, and write
        a page that shows how each network learns: the border between two classes as it forms, the hidden
        units, the loss. It opens in any browser and needs no network.

        USAGE: swift run grader playground [--output <file>] [--seed <n>]

        OPTIONS:
          --output <file>         The page, playground.html without; its name ends in .html.
          --seed <n>              Other points and other starts.

        EXIT STATUS: 0 written, 1 exercise 05 is not far enough: the part is named, 2 wrong use or a fault of
        the grader.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }
}
