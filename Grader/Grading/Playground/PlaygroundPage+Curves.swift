extension PlaygroundPage {
  /// Axes, and the loss over the epochs.
  static let curves: HTML = #"""
    // Steps of 1, 2 or 5 times a power of ten, at most `count` of them.
    function ticks(highest, count) {
      const raw = highest / count, power = 10 ** Math.floor(Math.log10(raw));
      const step = [1, 2, 5, 10].find(f => f * power >= raw) * power;
      const list = [];
      for (let i = 0; i * step <= highest * 1.0001; i++) list.push(i * step);
      return list;
    }
    const short = x => String(Number(x.toPrecision(6)));

    // Draws the frame; returns where values lie.
    function axes(c, { x, y, xName, yName, xTicks, yTicks, xText = short, yText = short, padding = 0 }) {
      const { g, width, height, colors } = c;
      const left = 50, right = width - 16, top = 26, bottom = height - 38;
      const place = { left, right, top, bottom,
        x: value => left + padding + (value - x[0]) / (x[1] - x[0]) * (right - left - 2 * padding),
        y: value => bottom - (value - y[0]) / (y[1] - y[0]) * (bottom - top) };
      for (const tick of yTicks) {
        path(g, [[left, place.y(tick)], [right, place.y(tick)]], colors.line, 1);
        write(g, yText(tick), left - 6, place.y(tick), colors.quiet, "right");
      }
      for (const tick of xTicks) {
        path(g, [[place.x(tick), bottom], [place.x(tick), bottom + 4]], colors.quiet, 1);
        write(g, xText(tick), place.x(tick), bottom + 7, colors.quiet, "center", "top");
      }
      path(g, [[left, bottom], [right, bottom]], colors.quiet, 1);
      write(g, yName, 4, 8, colors.ink, "left");
      write(g, xName, right, height - 8, colors.ink, "right");
      return place;
    }

    // A line of samples with their names, as many as there is room for, from the right.
    function key(c, entries, y = 8) {
      let x = c.width - 16;
      for (const [name, draw] of entries.slice().reverse()) {
        write(c.g, name, x, y, c.colors.ink, "right");
        x -= c.g.measureText(name).width + 28;
        draw(x, y);
        x -= 12;
      }
    }

    function drawCurves(net, time) {
      const c = begin("curves", w => Math.min(0.62 * w, 260)), { g, colors } = c;
      const scores = net.looks.map(look => look.score);
      const all = scores.flatMap(s => [s.training, s.test]).concat(net.losses).filter(Number.isFinite);
      const highest = Math.min(Math.max(0.1, ...all), 3);
      const last = data.looks[lastLook];
      const place = axes(c, { x: [0, last], y: [0, highest], xName: "epoch", yName: "cross-entropy",
        xTicks: ticks(last, 4), yTicks: ticks(highest, 4) });
      const line = name => data.looks.map((epoch, k) => [place.x(epoch),
        place.y(Math.min(scores[k][name], highest))]);
      path(g, net.losses.map((loss, i) => [place.x(i + 1), place.y(Math.min(loss, highest))]), colors.faint, 8);
      path(g, line("training"), colors.ink, 2);
      path(g, line("test"), colors.one, 2, [6, 5]);

      const k = Math.min(Math.floor(time), lastLook), f = time - k;
      const epoch = data.looks[k] + (f && f * (data.looks[k + 1] - data.looks[k]));
      path(g, [[place.x(epoch), place.top], [place.x(epoch), place.bottom]], colors.quiet, 1);
      for (const [name, color] of [["training", colors.ink], ["test", colors.one]]) {
        const value = f ? (1 - f) * scores[k][name] + f * scores[k + 1][name] : scores[k][name];
        if (!Number.isFinite(value)) continue;
        g.fillStyle = color;
        g.beginPath(); g.arc(place.x(epoch), place.y(Math.min(value, highest)), 4, 0, 7); g.fill();
      }
      key(c, [
        ["training", (x, y) => path(g, [[x, y], [x + 22, y]], colors.ink, 2)],
        ["test", (x, y) => path(g, [[x, y], [x + 22, y]], colors.one, 2, [6, 5])],
      ]);
    }

    """#
}
