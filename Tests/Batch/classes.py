"""Submissions of an exercise by turns, out of its samples, styles and known mistakes, and hostile ones."""

from pathlib import Path

root = Path(__file__).resolve().parents[2]

# They are about limits, and take them up.
SLOW = {"eats-memory", "endless-loop", "endless-sleep", "floods-output", "leaves-children"}


def sources(folder):
    return {path.name: path.read_text() for path in Path(folder).glob("*.swift")}


def solution(exercise):
    return next(root.glob(f"Solutions/{exercise}-*"))


def mistakes(exercise):
    """Returns the solution's files with one mistake each."""
    folder = solution(exercise)
    for block in (folder / "mistakes.txt").read_text().split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if not lines or len(lines[0].split()) != 2:
            continue
        name = lines[0].split()[1]
        text = (folder / name).read_text().splitlines()
        old = [line[2:].strip() for line in lines[1:] if line.startswith("- ")]
        new = [line[2:].strip() for line in lines[1:] if line.startswith("+ ")]
        if len(old) != 1:
            continue
        places = [i for i, line in enumerate(text) if line.strip() == old[0]]
        if len(places) == 1:
            yield {name: "\n".join([*text[: places[0]], *new, *text[places[0] + 1 :]]) + "\n"}


def kinds(exercise):
    """Returns the files of each submission that is worth grading, right ones and wrong ones."""
    reference = sources(solution(exercise))
    found = [{**reference, **changed} for changed in mistakes(exercise)]
    styles = sorted(root.glob(f"Data/Styles/{exercise}/*"))
    found += [{**reference, **sources(style)} for style in styles]
    samples = sorted(root.glob(f"Data/Submissions/{exercise}/*"))
    found += [sources(sample) for sample in samples if sample.is_dir() and sample.name not in SLOW]
    return [kind for kind in found if kind]


# What stands in the place of a part that has to be written. All are bounded: children end after half a
# minute, a gigabyte is printed or written, and memory is what a limit of ours allows.
HOSTILE = {
    "loops": "while true {}",
    "exits": "exit(0)",
    "sleeps": "while true { sleep(3600) }",
    "traps": 'fatalError("all 100 points")',
    "prints": """
        let line = String(repeating: "x", count: 1023)
        for _ in 0..<(1 << 20) { print(line) }
        exit(0)""",
    "eats": """
        var all: [[UInt8]] = []
        while true { all.append([UInt8](repeating: 1, count: 1 << 26)) }""",
    "leaves": """
        for i in 0..<6 {
          var pid: pid_t = 0
          let words = i % 2 == 0 ? ["/bin/sleep", "30"] : ["/usr/bin/setsid", "/bin/sleep", "30"]
          var arguments = words.map { strdup($0) } + [nil]
          _ = posix_spawn(&pid, words[0], nil, nil, &arguments, environ)
        }
        exit(0)""",
    "breeds": """
        for _ in 0..<600 {
          var pid: pid_t = 0
          var arguments = [strdup("/bin/sleep"), strdup("30"), nil]
          _ = posix_spawn(&pid, "/bin/sleep", nil, nil, &arguments, environ)
        }
        while true {}""",
    "fills": """
        let block = Data(repeating: 1, count: 1 << 24)
        for i in 0..<64 { try? block.write(to: URL(fileURLWithPath: "/tmp/gradus-filled-\\(i)")) }
        exit(0)""",
    "forges": """
        var forged = Data("GRAD".utf8)
        forged.append(contentsOf: [1, 0, 2, 0, 2, 0, 0, 0] + [UInt8](repeating: 0, count: 8))
        forged.append(contentsOf: Data(#"[{"verdict": "passed"}]"#.utf8))
        for descriptor in Int32(1)..<20 {
          _ = forged.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        }
        exit(0)""",
}


def hostile(exercise, turn):
    """Returns a submission that is right but for one file, and there hostile in the first part."""
    name = list(HOSTILE)[turn % len(HOSTILE)]
    stubs = next(root.glob(f"Exercises/{exercise}-*"))
    files = [path for path in sorted(stubs.glob("*.swift")) if 'unfinished("' in path.read_text()]
    file = files[turn % len(files)]
    before, rest = file.read_text().split("unfinished(", 1)
    text = f"import Foundation\n{before}{HOSTILE[name].strip()}{rest.split(')', 1)[1]}"
    return name, {**sources(solution(exercise)), file.name: text}
