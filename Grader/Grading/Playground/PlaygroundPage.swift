import Foundation

/// The page: choices, and a script that draws what was seen of the network that they name. It is one file
/// and asks for no other.
struct PlaygroundPage {
  let plan: PlaygroundPlan
  private let data: PlaygroundData

  init(_ playground: Playground) {
    plan = playground.plan
    data = PlaygroundData(playground)
  }

  /// Everything the script draws with, in one piece: its digest stands in the head of the page, so that
  /// nothing else runs in it.
  static let script: HTML = "\(reading)\(plane)\(network)\(curves)\(pictures)\(controls)"

  var html: HTML {
    .document(
      title: "Playground", style: Self.styleSheet, script: Self.script,
      """
      <header>
      <h1>Playground</h1>
      <p>Your own layers of exercise 05 have learnt to tell two classes of points apart. See how the border
      forms, and what each hidden unit adds to it.</p>
      <p class="quiet">Data: points made by code · Seed: \(String(plan.seed))</p>
      <noscript><p class="alarm">This page needs JavaScript, which is switched off here.</p></noscript>
      </header>
      <main>
      <div class="playground">
      \(border)\(choices)\(units)\(loss)</div>
      \(more)</main>
      <footer class="quiet">\(setting)</footer>
      <script type="application/json" id="data">\(json)</script>
      """)
  }

  private var json: HTML {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // There are numbers in it and words of ours, and no '<'.
    let text = (try? encoder.encode(data)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    return HTML(stringLiteral: text.replacing("<", with: "\\u003c"))
  }

  private var border: HTML {
    """
    <section class="border" aria-labelledby="border-title">
    <h2 id="border-title">The border</h2>
    <canvas id="plane" role="img" aria-label="The plane, with the border between the classes"></canvas>
    <div class="time">
    <button id="play" type="button" aria-label="Play from the first epoch"><span aria-hidden="true">▶</span>
    <span id="play-word">Play</span></button>
    <input id="look" type="range" min="0" max="\(plan.looks.count - 1)" step="1"
    value="\(plan.looks.count - 1)" aria-label="Epoch">
    <output id="epoch" for="look"></output>
    </div>
    <p id="state" aria-live="polite"></p>
    <p id="doubt" hidden>The outputs of your <code>forward</code> are not what its weights say. The border is
    drawn between your outputs at \(plan.cells) × \(plan.cells) places: see what
    <code>\(Sentences.grader) check 05</code> says.</p>
    <p class="legend"><span><svg viewBox="0 0 14 14" class="mark zero"><circle cx="7" cy="7" r="5"/></svg>
    class 0</span> <span><svg viewBox="0 0 14 14" class="mark one"><path d="M7 1.5 13 12H1z"/></svg>
    class 1</span> <label><input type="checkbox" id="tests"> test points (hollow)</label>
    <label><input type="checkbox" id="lines" checked> lines of the first hidden layer</label></p>
    </section>

    """
  }

  private var choices: HTML {
    let sets = radios("set", "Points", plan.patterns.map(\.title), chosen: 2)
    let remarks: [HTML] = plan.patterns.map { "<p class=\"remark\" hidden>\($0.remark)</p>\n" }
    return """
      <section class="choices" aria-label="Choices">
      <form id="form">
      \(sets)\(remarks)\
      \(radios("activation", "Activation", plan.activations.map(\.title), chosen: 0))\
      \(radios("width", "Width: units in a layer", plan.widths.map(String.init), chosen: 1))\
      \(radios("depth", "Depth: hidden layers", plan.depths.map(String.init), chosen: 0))\
      \(radios("rate", "Learning rate", plan.rates.map(Sentences.number), chosen: 1))\
      \(radios("penalty", "Regularisation", plan.regularizations.map(penalty), chosen: 0))\
      </form>
      </section>

      """
  }

  private func penalty(_ strength: Double) -> String {
    strength == 0 ? "none" : Sentences.number(strength)
  }

  private func radios(_ name: String, _ title: String, _ values: [String], chosen: Int) -> HTML {
    let buttons: [HTML] = values.enumerated().map { i, value in
      """
      <label><input type="radio" name="\(name)" value="\(i)"\(i == min(chosen, values.count - 1) ? " checked" : "" as HTML)>\
      <span>\(value)</span></label>

      """
    }
    return "<fieldset>\n<legend>\(title)</legend>\n<div>\n\(buttons)</div>\n</fieldset>\n"
  }

  private var units: HTML {
    """
    <section class="units" aria-labelledby="units-title">
    <h2 id="units-title">What each unit sees</h2>
    <canvas id="network" role="img" aria-label="The network and its weights"></canvas>
    <p class="quiet">Each small square is the whole plane. The stronger the shade, the more a unit gives
    there. In the first hidden layer, a unit's line halves the plane: the line numbered in the picture of the border, with
    an arrow to the side where the sum is positive. The width of a connection is the size of its weight;
    a dashed one is negative. Into the last square go the weights of class 1 less those of class 0.</p>
    </section>

    """
  }

  private var loss: HTML {
    """
    <section class="loss" aria-labelledby="loss-title">
    <h2 id="loss-title">The loss</h2>
    <canvas id="curves" role="img" aria-label="Cross-entropy against epochs"></canvas>
    <p class="quiet"><svg viewBox="0 0 22 8" class="broad" aria-hidden="true"><path d="M0 4H22"/></svg>
    Broad, behind the others: what <code>trainEpoch</code> returned, with the penalty.</p>
    </section>

    """
  }

  private var setting: String {
    "Data: \(plan.trainingCount) training points and \(plan.testCount) test points a set, made by code · "
      + "Seed: \(plan.seed) · \(plan.settings.count) networks, trained by SGD with momentum "
      + "\(Sentences.number(plan.momentum)), \(plan.batchSize) points a batch, "
      + "\(plan.looks.last ?? 0) epochs. Regularisation is the strength of the penalty on squared weights. "
      + "Weights, losses and scores come from your code. The page draws from the weights, and has compared "
      + "with the outputs of your code at \(plan.cells) × \(plan.cells) places."
  }
}
