import Grading

/// `grader doctor`: what this machine has, and what it lacks.
func doctor(_ arguments: Arguments) throws -> Int32 {
  var arguments = arguments
  let data = arguments.value("--data")
  let json = arguments.flag("--json")
  try arguments.finish("doctor")
  let findings = Doctor.findings(dataFolder: data)
  if json {
    try printJSON(findings)
  } else {
    print(Screen.doctor(findings), terminator: "")
  }
  return findings.contains { $0.state == .missing } ? Status.graderFailed : Status.allPoints
}
