import Foundation

extension Screen {
  /// What the machine has, a line each, with the cure for what is missing.
  public static func doctor(_ findings: [Finding]) -> String {
    let width = findings.map(\.topic.count).max() ?? 0
    let lines = findings.map { finding in
      let topic = finding.topic.padding(toLength: width, withPad: " ", startingAt: 0)
      return "  \(mark(finding.state)) \(topic)  \(finding.sentence.withVisibleControls)\n"
    }
    return "\n" + lines.joined() + "\n"
  }

  private static func mark(_ state: Finding.State) -> String {
    switch state {
    case .there: green("✓")
    case .absent: dim("○")
    case .missing: red("✗")
    }
  }
}
