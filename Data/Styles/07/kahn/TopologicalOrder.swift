/// Kahn's way: who has no uses left that are not in the order yet comes next, from the end.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  var uses: [ObjectIdentifier: Int] = [ObjectIdentifier(last): 0]
  var found = [last]
  var next = 0
  while next < found.count {
    for source in sources(found[next]) {
      if uses[ObjectIdentifier(source)] == nil { found.append(source) }
      uses[ObjectIdentifier(source), default: 0] += 1
    }
    next += 1
  }
  var backwards: [Member] = []
  var ready = [last]
  while let member = ready.popLast() {
    backwards.append(member)
    for source in sources(member) {
      uses[ObjectIdentifier(source)]! -= 1
      if uses[ObjectIdentifier(source)] == 0 { ready.append(source) }
    }
  }
  return backwards.reversed()
}
