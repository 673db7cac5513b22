extension PlaygroundPage {
  /// What the networks are and what was seen of them, out of the page's data.
  static let reading: HTML = #"""
    "use strict";
    const data = JSON.parse(document.getElementById("data").textContent);
    const letters = new Uint8Array(128);
    for (let i = 0; i < 64; i++) letters[data.alphabet.charCodeAt(i)] = i;
    const word = (text, i) => letters[text.charCodeAt(2 * i)] * 64 + letters[text.charCodeAt(2 * i + 1)];
    const lossOf = number => number === 4095 ? NaN : number / 1000;
    const lookCount = data.looks.length, lastLook = lookCount - 1;

    // Where the network of some choices stands among all.
    const indexOf = choice => choice.reduce((index, part, i) => index * data.counts[i] + part, 0);

    function sizesOf(choice) {
      const hidden = new Array(data.depths[choice[3]]).fill(data.widths[choice[2]]);
      return [2, ...hidden, 2];
    }
    function parameterCount(sizes) {
      let count = 0;
      for (let i = 1; i < sizes.length; i++) count += (sizes[i - 1] + 1) * sizes[i];
      return count;
    }
    function scoreOf(choice, look) {
      const text = data.networks[indexOf(choice)].scores;
      return { training: lossOf(word(text, 4 * look)), trainingRight: word(text, 4 * look + 1) / 1000,
        test: lossOf(word(text, 4 * look + 2)), testRight: word(text, 4 * look + 3) / 1000 };
    }

    function read(choice) {
      const text = data.networks[indexOf(choice)];
      const sizes = sizesOf(choice), places = data.cells * data.cells;
      const perLook = parameterCount(sizes);
      const looks = data.looks.map((epoch, k) => {
        const odds = new Float32Array(places);
        for (let i = 0; i < places; i++) {
          const level = (letters[text.plane.charCodeAt(k * places + i)] - 31.5) / 31.5;
          odds[i] = 4 * Math.atanh(0.998 * level);
        }
        const weights = new Float32Array(perLook);
        for (let i = 0; i < perLook; i++) {
          const at = 3 * (k * perLook + i), code = n => letters[text.weights.charCodeAt(at + n)];
          const root = (4096 * code(0) + 64 * code(1) + code(2) - 131072) / 131071;
          weights[i] = Math.sign(root) * 64 * root * root;
        }
        return { odds, weights, score: scoreOf(choice, k) };
      });
      const losses = Array.from({ length: data.looks[lastLook] }, (_, i) => lossOf(word(text.losses, i)));
      const net = { sizes, looks, losses, activation: data.activations[choice[1]] };
      net.agrees = looks.every(look => agrees(net, look));
      return net;
    }

    // Whether the outputs are what the weights say, as near as the letters tell.
    function agrees(net, look) {
      const level = z => 31.5 * Math.tanh(z / 4), n = data.cells, reach = data.reach;
      const { last } = evaluate(net, look.weights, n, i => 2 * reach * i / (n - 1) - reach);
      return last.every((z, i) => Math.abs(level(z) - level(look.odds[i])) < 1.5);
    }

    // Between two epochs that were looked at, the page draws what lies between them.
    function mixed(net, time) {
      const k = Math.min(Math.floor(time), lastLook), f = time - k;
      if (f === 0) return net.looks[k];
      const [a, b] = [net.looks[k], net.looks[k + 1]];
      const mix = name => a[name].map((x, i) => (1 - f) * x + f * b[name][i]);
      return { odds: mix("odds"), weights: mix("weights"), score: a.score };
    }

    // The layers as matrices: weights[i][j] leads from unit i to unit j.
    function layersOf(net, weights) {
      let at = 0;
      return net.sizes.slice(1).map((outputs, l) => {
        const inputs = net.sizes[l];
        const layer = { weights: [], bias: null };
        for (let i = 0; i < inputs; i++, at += outputs) layer.weights.push(weights.subarray(at, at + outputs));
        layer.bias = weights.subarray(at, at + outputs);
        at += outputs;
        return layer;
      });
    }

    // What each hidden unit gives at n · n places, row by row from the top left, and the log-odds there.
    function evaluate(net, weights, n, coordinate) {
      const count = n * n, isReLU = net.activation === "relu";
      let signal = [new Float32Array(count), new Float32Array(count)];
      for (let i = 0; i < count; i++) {
        signal[0][i] = coordinate(i % n);
        signal[1][i] = -coordinate(Math.floor(i / n));
      }
      const fields = [], layers = layersOf(net, weights);
      layers.forEach((layer, l) => {
        const outputs = Array.from(layer.bias, (bias, j) => {
          const z = new Float32Array(count).fill(bias);
          signal.forEach((x, a) => {
            const w = layer.weights[a][j];
            for (let i = 0; i < count; i++) z[i] += w * x[i];
          });
          if (l < layers.length - 1) {
            for (let i = 0; i < count; i++) {
              z[i] = isReLU ? Math.max(z[i], 0) : 1 / (1 + Math.exp(-z[i]));
            }
          }
          return z;
        });
        if (l < layers.length - 1) fields.push(outputs);
        signal = outputs;
      });
      return { fields, last: signal[1].map((z, i) => z - signal[0][i]) };
    }

    const isDark = matchMedia("(prefers-color-scheme: dark)");
    let isPrinting = false;
    const light = { paper: "#ffffff", ink: "#1d1d1f", quiet: "#5f6368", line: "#d9dbe0", faint: "#b4b8c2",
      zero: "#b85c00", one: "#0b62a8", zeroField: [246, 190, 130], oneField: [150, 196, 238],
      middle: [255, 255, 255], unit: [58, 62, 72], empty: [255, 255, 255] };
    const dark = { paper: "#17181b", ink: "#e7e8ea", quiet: "#a3a7af", line: "#3a3d44", faint: "#5d626d",
      zero: "#f5a623", one: "#6db6ff", zeroField: [112, 66, 8], oneField: [14, 72, 128],
      middle: [23, 24, 27], unit: [226, 229, 236], empty: [36, 38, 43] };
    const palette = () => isDark.matches && !isPrinting ? dark : light;

    // A canvas in the size in which it is shown, with sharp lines on every screen.
    function begin(id, heightOf) {
      const canvas = document.getElementById(id);
      const width = Math.max(canvas.clientWidth, 200), height = Math.round(heightOf(width));
      const ratio = Math.max(window.devicePixelRatio || 1, isPrinting ? 3 : 1);
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      const g = canvas.getContext("2d");
      g.setTransform(ratio, 0, 0, ratio, 0, 0);
      g.font = "12px system-ui, sans-serif";
      g.lineJoin = g.lineCap = "round";
      return { g, width, height, colors: palette() };
    }
    function write(g, text, x, y, color, align = "center", base = "middle") {
      g.fillStyle = color; g.textAlign = align; g.textBaseline = base;
      g.fillText(text, x, y);
    }
    function path(g, points, color, width, dash = []) {
      g.strokeStyle = color; g.lineWidth = width; g.setLineDash(dash);
      g.beginPath();
      let isOpen = false;
      for (const [x, y] of points) {
        if (!Number.isFinite(y)) { isOpen = false; continue; }
        if (isOpen) g.lineTo(x, y); else g.moveTo(x, y);
        isOpen = true;
      }
      g.stroke(); g.setLineDash([]);
    }

    """#
}
