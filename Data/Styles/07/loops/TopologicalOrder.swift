/// Round after round over a stack of members that may have to wait.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  var order: [Member] = []
  var done: Set<ObjectIdentifier> = []
  var stack = [last]
  while let member = stack.last {
    if done.contains(ObjectIdentifier(member)) {
      stack.removeLast()
      continue
    }
    let missing = sources(member).filter { !done.contains(ObjectIdentifier($0)) }
    if missing.isEmpty {
      done.insert(ObjectIdentifier(member))
      order.append(member)
      stack.removeLast()
    } else {
      stack.append(contentsOf: missing)
    }
  }
  return order
}
