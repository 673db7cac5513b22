extension Question where Input == LoopRun, Reply == LoopTrace {
  public static var solver: Self { Self("05.solver") }
}
