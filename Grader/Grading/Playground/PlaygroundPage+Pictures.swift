extension PlaygroundPage {
  /// Says which networks of the plan show what depth alone does.
  private var twins: String {
    let networks = plan.settings.filter {
      $0.pattern == plan.patterns[0] && $0.activation == plan.activations[0]
        && $0.rate == plan.rates[0] && $0.regularization == plan.regularizations[0]
    }
    let pairs = networks.flatMap { shallow in
      networks.filter { $0.depth > shallow.depth && $0.parameterCount == shallow.parameterCount }
        .map { (shallow, $0) }
    }
    guard let (shallow, deep) = pairs.first else { return "" }
    let layers = [String](repeating: "\(deep.width)", count: deep.depth).joined(separator: " + ")
    return " One layer of \(shallow.width) and layers of \(layers) have equally many parameters."
  }

  /// Three pictures beside the playground: what width, depth and the number of parameters are good for.
  var more: HTML {
    """
    <div class="pictures">
    <section aria-labelledby="size-title">
    <h2 id="size-title">How large should it be?</h2>
    <p>The \(plan.widths.count * plan.depths.count) networks for the points, activation, rate and
    regularisation that are chosen above, after \(plan.looks.last ?? 0) epochs, by their number of
    parameters: a square for one hidden layer, a rhombus for two. Where the test points are much worse than
    the training points, a network has learnt the noise.\(twins) The chosen network has a ring.</p>
    <canvas id="sizes" role="img" aria-label="Points on the wrong side against the number of parameters">\
    </canvas>
    <details><summary>The same as a table</summary>
    <table><thead><tr><th scope="col">Network</th><th scope="col" class="number">Parameters</th>
    <th scope="col" class="number">Training points wrong</th>
    <th scope="col" class="number">Test points wrong</th></tr></thead>
    <tbody id="size-rows"></tbody></table></details>
    </section>
    <section aria-labelledby="sum-title">
    <h2 id="sum-title">A sum of sigmoids follows any curve</h2>
    <p>One hidden layer is enough for any continuous curve, if it is wide enough (Cybenko, 1989). Each unit
    is one step of a stair. This network was not trained: its weights are set, as in part 6.32, and the page
    draws it itself.</p>
    <div class="time"><label for="stairs">Width</label>
    <input id="stairs" type="range" min="0" max="6" step="1" value="3" aria-describedby="gap">
    <output id="stairs-count" for="stairs"></output></div>
    <canvas id="sum" role="img" aria-label="A curve, and the sum of sigmoids that follows it"></canvas>
    <p id="gap" aria-live="polite"></p>
    </section>
    <section aria-labelledby="parity-title">
    <h2 id="parity-title">What depth saves: is the number of ones odd?</h2>
    <p>One hidden layer can know all patterns of n bits with an odd number of ones by heart: a unit each,
    2ⁿ⁻¹ of them. A deep network pairs bits off, as in a knock-out tournament: at most 3n units, in
    ⌈log₂ n⌉ layers. You build both in parts 6.33 and 6.34.</p>
    <canvas id="parity" role="img"
    aria-label="Hidden units against the number of bits: one layer doubles with each bit, a deep network\
     takes three a bit"></canvas>
    </section>
    </div>

    """
  }
}
