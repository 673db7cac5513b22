import Testing

@Suite("grader bench")
struct BenchCommandTests {
  @Test("A group that is none is wrong use, and the groups are named")
  func unknownGroup() throws {
    let run = try GraderCommand(["bench", "--only", "everything"])
    #expect(run.status == 2)
    #expect(
      run.errors == "grader: There is no group 'everything' of benches: there are kernels, "
        + "training, feedback, growth, submissions.\n")
  }
}
