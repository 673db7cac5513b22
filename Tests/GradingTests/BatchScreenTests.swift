import Testing

@testable import Grading

@Suite("What a batch says")
struct BatchScreenTests {
  @Test(
    "Times are told as people tell them",
    arguments: [
      (0.4, "0 s"), (59, "59 s"), (61, "1 min"), (3540, "59 min"), (3599, "1 h 00 min"),
      (7500, "2 h 05 min"),
    ])
  func durations(seconds: Double, words: String) {
    #expect(Screen.duration(seconds) == words)
  }

  @Test("The time left is that of the rest, with those half done that are at work")
  func timeLeft() {
    func left(_ done: Int, kept: Int = 0, jobs: Int = 1) -> Double? {
      BatchProgress(count: 10, done: done, kept: kept, jobs: jobs, seconds: 60).secondsLeft
    }
    #expect(left(0) == nil)
    #expect(left(5, kept: 5) == nil)
    #expect(left(10) == nil)
    #expect(left(2) == 180)
    #expect(left(4, jobs: 4) == 40)
    #expect(left(8, kept: 6, jobs: 2) == 20)
  }

  @Test("A line of progress says how far, who, what, and how long still")
  func progress() {
    let progress = BatchProgress(count: 10, done: 2, kept: 0, jobs: 1, seconds: 60)
    #expect(
      Screen.progress(SyntheticClass.report("ann", [.failed]), progress)
        == "[ 2/10] ann: 75 of 100 points: 3 passed, 1 failed (a made-up set); about 3 min left")
    var unread = SyntheticClass.report("ann")
    unread.unread = ["a.zip"]
    #expect(
      Screen.progress(unread, progress)
        == "[ 2/10] ann: 100 of 100 points: 4 passed (a made-up set); not read: a.zip; "
        + "about 3 min left")
    #expect(
      Screen.end(Batch.Outcome(reports: ClassReports([unread])), in: "out").contains(
        "Archives that could not be read: 1\n  ann: a.zip\n"))
  }

  @Test("The end says who did not compile, who was stopped, the median, and how long it took")
  func end() {
    var ben = SyntheticClass.report("ben", [.failed, .failed])
    ben.build.replaced = ["A.swift"]
    let outcome = Batch.Outcome(
      reports: ClassReports([
        SyntheticClass.report("ann"), ben,
        SyntheticClass.report("two\nlines", [.timedOut, .crashed, .crashed]),
        SyntheticClass.report("dan", [.graderFault], message: "The disk\nis full."),
      ]), kept: 1, leavers: ["eve"], seconds: 754)
    #expect(
      Screen.end(outcome, in: "out") == """
        4 submissions in 13 min; the median is 50 of 100 points.
        Did not compile: 1
          ben: A.swift
        Were stopped: 1
          two␊lines: 2 crashed, 1 timed out
        Not decided, by a fault of the grader: 1
          dan: The disk␊is full.
        No longer among the submissions, and not in the gradebook: eve. Their reports lie in out/gone.
        See out/index.html
        """)
  }

  @Test("A second run says what stays and what does not; a first one says nothing")
  func begin() {
    var progress = BatchProgress(count: 9, done: 0, kept: 0, jobs: 1, seconds: 0)
    #expect(Screen.begin(progress) == nil)
    progress.kept = 4
    progress.renewed = 2
    #expect(
      Screen.begin(progress) == """
        4 of 9 were graded before, under the same conditions, and stay.
        2 of 9 are graded again: since then their files, the data or the grader have changed, or the \
        grader had failed.
        """)
  }

  @Test("Where all went well, the end is short")
  func shortEnd() {
    let outcome = Batch.Outcome(reports: ClassReports([SyntheticClass.report("ann")]), seconds: 3)
    #expect(
      Screen.end(outcome, in: "out")
        == "1 submission in 3 s; the median is 100 of 100 points.\nSee out/index.html")
  }

  @Test("After a stop stands a command that a shell takes as it was given")
  func command() {
    #expect(
      Screen.command(["/x/grader", "batch", "my class", "--output", "it's/$HOME", "--seed=7", ""])
        == "swift run grader batch 'my class' --output 'it'\\''s/$HOME' --seed=7 ''")
  }
}
