extension PicturePlan.Section {
  /// The trials of the last search: over learning rate and width where it drew these, and the loss of
  /// each over every setting.
  public static let search = Self("The last search") { sources in
    let search = try sources.lastSearch()
    let seed = search.seed
    var pictures: [Illustration] = [
      .words(
        "\(search.trials.count) trials on \(search.dataset), seed \(seed). Each sign is a trial; what is "
          + "lower on a chart of losses is better.")
    ]
    if let both = overRateAndWidth(search) { pictures.append(.chart(both)) }
    // More than these nobody would look through.
    pictures += search.names.prefix(6).map { .chart(losses(search, over: $0)) }
    if search.trials.contains(where: { !$0.lowestLoss.isFinite }) {
      let names = search.trials.enumerated().filter { !$1.lowestLoss.isFinite }.map {
        "\($0.offset + 1)"
      }
      pictures.append(
        .words("No loss, and so no sign: trial \(Sentences.list(names)). It diverged."))
    }
    return pictures
  }

  private static func losses(_ search: KeptSearch, over name: String) -> Chart {
    let points = search.trials.compactMap { trial in
      trial.settings[name].map { Chart.Point($0, trial.lowestLoss, name: words(trial)) }
    }
    return Chart(
      "Lowest validation loss of each trial, by \(name)", x: name, y: "lowest validation loss",
      [.init("trials", points, isLine: false)], isLogarithmic: isWide(points.map(\.x)))
  }

  /// Thirds of the trials, told apart by signs.
  private static func overRateAndWidth(_ search: KeptSearch) -> Chart? {
    guard let rate = search.names.first(where: { $0.contains("rate") }),
      let width = search.names.first(where: { name in
        ["hidden", "width", "unit"].contains { name.contains($0) }
      })
    else { return nil }
    let sorted = search.trials.sorted { $0.lowestLoss < $1.lowestLoss }
    let count = (sorted.count + 2) / 3
    let series = ["best third", "middle third", "worst third"].enumerated().compactMap {
      third, name -> Chart.Series? in
      let points = sorted.dropFirst(third * count).prefix(count).compactMap { trial in
        trial.settings[rate].flatMap { x in
          trial.settings[width].map { Chart.Point(x, $0, size: 1.6, name: words(trial)) }
        }
      }
      return points.isEmpty ? nil : .init(name, points, isLine: false)
    }
    return Chart(
      "The trials by \(rate) and \(width)", x: rate, y: width, series,
      isLogarithmic: isWide(series.flatMap(\.points).map(\.x)))
  }

  /// Whether numbers are better told apart by their orders of magnitude.
  private static func isWide(_ numbers: [Double]) -> Bool {
    guard let lowest = numbers.min(), let highest = numbers.max() else { return false }
    return lowest > 0 && highest.isFinite && highest / lowest > 10
  }

  private static func words(_ trial: KeptSearch.Trial) -> String {
    trial.settings.sorted { $0.key < $1.key }.map { "\($0.key) \(Axis.text($0.value))" }
      .joined(separator: ", ") + ": loss \(Sentences.number(trial.lowestLoss, digits: 4))"
  }
}

extension PictureSources {
  /// What was tried last.
  ///
  /// - Throws: `NothingToShow` where nothing was.
  func lastSearch() throws -> KeptSearch {
    guard let search = KeptSearch.kept(in: room), !search.trials.isEmpty else {
      throw NothingToShow(Sentences.noSearch(exercise))
    }
    return search
  }
}
