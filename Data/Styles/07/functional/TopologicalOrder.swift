/// What is found depth first, sources from the front, and a mark for those whose sources are done.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  var tasks = [(member: last, isLeaving: false)]
  var entered = Set<ObjectIdentifier>()
  var order = [Member]()
  while let (member, isLeaving) = tasks.popLast() {
    if isLeaving {
      order.append(member)
    } else if entered.insert(ObjectIdentifier(member)).inserted {
      tasks.append((member, true))
      tasks += sources(member).map { ($0, false) }
    }
  }
  return order
}
