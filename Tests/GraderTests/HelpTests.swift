import Testing

/// The screens are a contract, so they stand here whole.
@Suite("Help screens")
struct HelpTests {

  @Test("grader help shows the commands and what the exit status means")
  func overview() throws {
    let run = try GraderCommand(["help"])
    #expect(
      run.output == """
        OVERVIEW: Learn deep learning from the inside: write the layers, and be told which mistake it is.

        USAGE: swift run grader [<command>]

        COMMANDS:
          (none)                  Your progress over all exercises, and what to do next.
          check [<exercise>]      Ask every check of your code: points, and what to try.
          hint <check>            One hint more each time.
          explain <check>         The smallest case that your code gets wrong, number by number.
          show <exercise>         Pictures of your data, network and training, in a page.
          train <exercise>        Run your training and measure its accuracy.
          playground              Your layers of exercise 05 learn shapes in the plane: a page to play with.
          submit <exercise>       Check an exercise, and pack what is graded of it.
          update <release>        A new version of the course, around your work.
          batch <folder>          Grade a folder of submissions.
          merge <folder>...       Put together what several graders have left of one class.
          export <folder>         What a batch has found, as others read it: JUnit, Gradescope, Canvas, Moodle.
          similar <folder>        Submissions that have much in common, side by side.
          release <folder>        The students' package: no solution in it.
          doctor                  What this machine has, what is missing, and what cures it.
          bench                   Kernels, training and feedback, by what the machine can do.
          derive                  For authors: make stubs, tests and answer keys anew.
          prove <exercise>        For authors: what the checks do not see.
          help <command>          The options of a command.

        EXIT STATUS: 0 all points, 1 points missing, 2 wrong use or a fault of the grader.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help check shows its form and options")
  func check() throws {
    let run = try GraderCommand(["help", "check"])
    #expect(
      run.output == """
        OVERVIEW: Ask every check of your code.

        USAGE: swift run grader check [<exercise>] [--only <check>] [--data <folder>] [--json|--markdown]
               swift run grader check <exercise> --watch [--only <check>] [--data <folder>]
               swift run grader check <exercise> --submission <path> [--attempt <n>] [--batch <folder>] [<options>]

        ARGUMENTS:
          <exercise>              Its number, as 05; all exercises without. Or what is said behind --only.

        OPTIONS:
          --only <check>          Only the checks whose name contains this, as relu or relu.gradient; those of a
                                  file, as ReLU.swift, or of a part of the handout, as 5.3.
          --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
          --json                  The report as JSON on standard output.
          --markdown              The report as a table of Markdown.
          --watch                 Check again whenever a file of the exercise is saved, until Ctrl-C.
          --submission <path>     For instructors: a submission in the folder of its class, in place of your
                                  own work, in a sandbox unless there is --sandbox none.
          --attempt <n>           The n-th of its attempts, from 1; the one that counts without.
          --batch <folder>        The --output of its batch: all is drawn as then, and where a verdict is another
                                  than in the report there, both are shown.
          --seed <n>              Other samples; the public ones without.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help hint shows its form and options")
  func hint() throws {
    let run = try GraderCommand(["help", "hint"])
    #expect(
      run.output == """
        OVERVIEW: One hint more each time.

        USAGE: swift run grader hint <check>

        ARGUMENTS:
          <check>                 Its name, as 05.relu.gradient.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help train shows its form and options")
  func train() throws {
    let run = try GraderCommand(["help", "train"])
    #expect(
      run.output == """
        OVERVIEW: Run your training and measure its accuracy.

        USAGE: swift run grader train <exercise> [--data <folder>] [--epochs <n>] [--seed <n>] [--search <n>] [--json]

        ARGUMENTS:
          <exercise>              Its number, as 05.

        OPTIONS:
          --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
          --epochs <n>            At most so many epochs.
          --seed <n>              Another start, another order.
          --search <n>            Try so many settings at random, for 3 epochs each or as many as
                                  --epochs says, and print a table of what came out.
          --json                  One object on standard output in the end.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help doctor shows its form and options")
  func doctor() throws {
    let run = try GraderCommand(["help", "doctor"])
    #expect(
      run.output == """
        OVERVIEW: See what this machine has, what is missing, and what cures it.

        USAGE: swift run grader doctor [--data <folder>] [--json]

        OPTIONS:
          --data <folder>         Where CIFAR-10 lies; GRADUS_DATA says the same.
          --json                  What was found as JSON on standard output.

        EXIT STATUS: 0 all there, 2 something is missing without which nothing works.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help bench shows its form and options")
  func bench() throws {
    let run = try GraderCommand(["help", "bench"])
    #expect(
      run.output == """
        OVERVIEW: Measure kernels, training and feedback, by what this machine can do at best.

        USAGE: swift run grader bench [<exercise>] [--only <group>] [--rounds <n>] [--json]

        ARGUMENTS:
          <exercise>              Whose training, feedback and submissions; all exercises without.

        OPTIONS:
          --only <group>          kernels, training, feedback, growth or submissions. The last grades
                                  1,110 of them, once, and is left out unless it is named.
          --rounds <n>            Rounds to take the median of, 5 without.
          --json                  The rows as JSON on standard output.

        Of each work and its limit, measured by turns, the medians are shown. A ratio of 1 is the limit.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help derive shows its form and options")
  func derive() throws {
    let run = try GraderCommand(["help", "derive"])
    #expect(
      run.output == """
        OVERVIEW: For authors: make stubs, students' tests, the handout's table of parts and the answer
        key anew, out of Package.swift, Solutions and the checks.

        USAGE: swift run grader derive [<exercise>]

        ARGUMENTS:
          <exercise>              Its number, as 05; all exercises without.

        A file that somebody has worked in since it was derived is never written over: then nothing is
        written, and the file is named.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("grader help prove shows its form and options")
  func prove() throws {
    let run = try GraderCommand(["help", "prove"])
    #expect(
      run.output == """
        OVERVIEW: For authors: see what the checks of an exercise do not see. Known mistakes should be
        rejected and named; mutants of the solution, each with one line changed by a machine, should not
        pass; right solutions in other styles should.

        USAGE: swift run grader prove <exercise> [--only <file>] [--sample <n>] [<options>]
               swift run grader prove <exercise> [--mistakes] [--styles [--tolerances] [--only <style>]] [<options>]

        ARGUMENTS:
          <exercise>              Its number, as 05, or all: one after the other, and one table.

        OPTIONS:
          --mistakes              Only the known mistakes.
          --styles                Only the solution and its styles.
          --only <name>           Only mutants of files, or styles, whose names contain this.
          --sample <n>            So many mutants, drawn by the seed, and the styles; all without.
          --tolerances            With --styles: how near each check's right answers come to what is refused.
          --quick                 Leave out the checks that train for minutes; what they alone see lives.
          --seeds <n>             Grade styles at so many seeds, 20 without, and known mistakes, 3 without.
          --seed <n>              The samples of all checks; the public ones without.
          --jobs <n>              So many at a time; all cores without.

        A mutant that no check can tell from the solution belongs into equivalent.txt beside the solution,
        with a reason.

        EXIT STATUS: 0 measured, 1 a style was refused or is too near to it, a known mistake was not named,
        of all mutants less than 98 % were killed, or equivalent.txt is wrong, 2 wrong use or a fault of
        the grader, 130 stopped by Ctrl-C.

        """)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test("--help asks for the same, wherever it stands", arguments: ["check", "hint", "batch"])
  func option(command: String) throws {
    let screen = try GraderCommand(["help", command]).output
    #expect(try GraderCommand([command, "--help"]).output == screen)
    #expect(try GraderCommand(["-h", command]).output == screen)
  }
}
