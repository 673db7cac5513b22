extension PlaygroundPage {
  /// Errors against parameters, the sum of sigmoids, and parity.
  static let pictures: HTML = #"""
    function drawSizes(choice) {
      const c = begin("sizes", w => Math.min(0.6 * w, 300)), { g, colors } = c;
      const rows = [];
      data.depths.forEach((depth, d) => data.widths.forEach((width, w) => {
        const other = [choice[0], choice[1], w, d, choice[4], choice[5]];
        const score = scoreOf(other, lastLook);
        rows.push({ name: Array(depth).fill(width).join(" + "), depth, isChosen: w === choice[2] && d === choice[3],
          count: parameterCount(sizesOf(other)), training: 100 * (1 - score.trainingRight),
          test: 100 * (1 - score.testRight) });
      }));
      const most = 1.15 * Math.max(10, ...rows.flatMap(row => [row.training, row.test]));
      const [low, high] = [Math.min(...rows.map(r => r.count)), Math.max(...rows.map(r => r.count))];
      const log = Math.log2, text = value => short(Math.round(2 ** value));
      const place = axes(c, { x: [log(low), log(high)], y: [0, most], xName: "parameters (each step doubles)",
        yName: "wrong, %", padding: 24, yTicks: ticks(most, 5), xText: text,
        xTicks: [8, 16, 32, 64, 128].filter(n => n >= low && n <= high).map(log) });
      for (const row of rows) {
        // Two networks may have equally many parameters.
        const twin = rows.some(other => other !== row && other.count === row.count);
        const x = place.x(log(row.count)) + (twin ? 40 * row.depth - 60 : 0), a = place.y(row.training), b = place.y(row.test);
        path(g, [[x, a], [x, b]], colors.quiet, 1);
        // Round the other, so that both are seen where they are equal.
        square(g, x, b, row.depth, colors.one, true, colors, 7);
        square(g, x, a, row.depth, colors.ink, false, colors);
        if (row.isChosen) {
          g.strokeStyle = colors.quiet; g.lineWidth = 2;
          g.beginPath(); g.arc(x, a, 14, 0, 7); g.stroke();
        }
        write(g, row.name, x, Math.min(a, b) - 18, colors.ink);
      }
      key(c, [
        ["training", (x, y) => square(g, x + 16, y, 1, colors.ink, false, colors)],
        ["test", (x, y) => square(g, x + 16, y, 1, colors.one, true, colors, 7)],
      ]);
      const body = document.getElementById("size-rows");
      body.replaceChildren(...rows.map(row => {
        const line = document.createElement("tr");
        [row.name + (row.isChosen ? " (chosen)" : ""), row.count, row.training.toFixed(1) + " %",
          row.test.toFixed(1) + " %"].forEach((value, i) => {
          const cell = document.createElement(i ? "td" : "th");
          if (i) cell.className = "number"; else cell.scope = "row";
          cell.textContent = value;
          line.append(cell);
        });
        return line;
      }));
    }
    // A square for one hidden layer, a rhombus for two.
    function square(g, x, y, depth, color, isHollow, colors, half = 4) {
      g.save();
      g.translate(x, y);
      if (depth > 1) g.rotate(Math.PI / 4);
      g.fillStyle = isHollow ? colors.paper : color; g.strokeStyle = color; g.lineWidth = 2;
      g.fillRect(-half, -half, 2 * half, 2 * half); g.strokeRect(-half, -half, 2 * half, 2 * half);
      g.restore();
    }

    const stairs = document.getElementById("stairs");
    const curve = x => 0.5 + 0.3 * Math.sin(2 * Math.PI * x) + 0.15 * Math.sin(6 * Math.PI * x);
    function sumOfSigmoids(units) {
      const width = 1 / units;
      return x => {
        let y = curve(0);
        for (let j = 0; j < units; j++) {
          const rise = curve((j + 1) * width) - curve(j * width);
          y += rise / (1 + Math.exp(-4 / width * (x - (j + 0.5) * width)));
        }
        return y;
      };
    }
    function drawSum() {
      const c = begin("sum", w => Math.min(0.55 * w, 300)), { g, colors } = c;
      const units = 2 ** Number(stairs.value), sum = sumOfSigmoids(units);
      const place = axes(c, { x: [0, 1], y: [0, 1], xName: "x", yName: "y", xTicks: ticks(1, 5),
        yTicks: ticks(1, 5) });
      const xs = Array.from({ length: 401 }, (_, i) => i / 400);
      path(g, xs.map(x => [place.x(x), place.y(curve(x))]), colors.ink, 2, [6, 5]);
      path(g, xs.map(x => [place.x(x), place.y(sum(x))]), colors.one, 2.5);
      key(c, [
        ["curve", (x, y) => path(g, [[x, y], [x + 22, y]], colors.ink, 2, [6, 5])],
        ["network", (x, y) => path(g, [[x, y], [x + 22, y]], colors.one, 2.5)],
      ]);
      const gap = Math.max(...xs.map(x => Math.abs(sum(x) - curve(x))));
      const name = units === 1 ? "1 unit" : units + " units";
      document.getElementById("stairs-count").textContent = name;
      stairs.setAttribute("aria-valuetext", name);
      document.getElementById("gap").textContent = `With ${name}, the largest gap is ${gap.toFixed(3)}.`;
    }

    // Hidden units of the deep network for n bits: two a pair, one for a bit without a partner.
    function deepUnits(bits) {
      let units = 0;
      for (let left = bits; left > 1; left = Math.ceil(left / 2)) units += 2 * Math.floor(left / 2) + left % 2;
      return units;
    }
    function drawParity() {
      const c = begin("parity", w => Math.min(0.55 * w, 300)), { g, colors } = c;
      const bits = Array.from({ length: 15 }, (_, i) => i + 2), log = Math.log10;
      const place = axes(c, { x: [2, 16], y: [0, 4.7], xName: "bits", yName: "hidden units",
        xTicks: [2, 4, 6, 8, 10, 12, 14, 16], yTicks: [0, 1, 2, 3, 4], padding: 12,
        yText: v => (10 ** v).toLocaleString("en") });
      const shallow = bits.map(n => [place.x(n), place.y(log(2 ** (n - 1)))]);
      const deep = bits.map(n => [place.x(n), place.y(log(deepUnits(n)))]);
      path(g, shallow, colors.zero, 2, [6, 5]);
      path(g, deep, colors.one, 2);
      shallow.forEach(([x, y]) => square(g, x, y, 1, colors.zero, true, colors));
      deep.forEach(([x, y]) => square(g, x, y, 2, colors.one, false, colors));
      key(c, [
        ["one layer", (x, y) => square(g, x + 16, y, 1, colors.zero, true, colors)],
        ["deep", (x, y) => square(g, x + 16, y, 2, colors.one, false, colors)],
      ]);
      write(g, "32,768", place.x(16) - 12, place.y(log(32768)) - 2, colors.ink, "right");
      write(g, String(deepUnits(16)), place.x(16), place.y(log(deepUnits(16))) - 16, colors.ink);
    }

    """#
}
