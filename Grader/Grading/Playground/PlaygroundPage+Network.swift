extension PlaygroundPage {
  /// The network as a drawing: in each unit the plane as it sees it, and the weights between them.
  static let network: HTML = #"""
    function drawNetwork(net, now) {
      const columns = net.sizes.length;
      const { g, width, height, colors } = begin("network", w => Math.min(1.1 * w, 420));
      const most = Math.max(...net.sizes.slice(1, -1));
      const top = 34, bottom = height - 8;
      const size = Math.min(44, (bottom - top) / most - 6, width / columns / 1.7);
      const layers = layersOf(net, now.weights), n = 24;
      const { fields, last } = evaluate(net, now.weights, n,
        i => data.reach * (2 * (i + 0.5) / n - 1));
      const left = 26, right = width - Math.max(30, size / 2 + 8);
      const at = (column, i, count) => [left + (right - left) * column / (columns - 1),
        (top + bottom) / 2 + (i - (count - 1) / 2) * Math.min((bottom - top) / Math.max(count, most), 76)];

      const counts = [2, ...net.sizes.slice(1, -1), 1];
      layers.forEach((layer, l) => {
        for (let i = 0; i < counts[l]; i++) {
          for (let j = 0; j < counts[l + 1]; j++) {
            const w = l === layers.length - 1 ? layer.weights[i][1] - layer.weights[i][0] : layer.weights[i][j];
            const [x, ay] = at(l, i, counts[l]), ax = x + (l ? size / 2 : 15);
            const [right, by] = at(l + 1, j, counts[l + 1]), bx = right - size / 2;
            g.globalAlpha = Math.min(1, 0.25 + Math.abs(w) / 3);
            path(g, [[ax, ay], [bx, by]], w < 0 ? colors.zero : colors.one,
              Math.min(6, 0.4 + 0.9 * Math.abs(w)), w < 0 ? [5, 6] : []);
          }
        }
      });
      g.globalAlpha = 1;

      ["x₁", "x₂"].forEach((name, i) => {
        const [x, y] = at(0, i, 2);
        g.fillStyle = colors.paper; g.strokeStyle = colors.quiet; g.lineWidth = 1;
        g.beginPath(); g.arc(x, y, 15, 0, 7); g.fill(); g.stroke();
        write(g, name, x, y, colors.ink);
      });
      fields.forEach((layer, l) => {
        layer.forEach((field, j) => {
          const [x, y] = at(l + 1, j, layer.length);
          const most = net.activation === "relu" ? Math.max(1e-6, ...field) : 1;
          const picture = painted(n, i => blend(colors.empty, colors.unit, field[i] / most));
          box(g, picture, x, y, size, colors);
          if (l > 0) return;
          halve(g, layers[0], j, x, y, size, colors);
          tag(g, j + 1, x, y, size, colors);
        });
      });
      const [x, y] = at(columns - 1, 0, 1);
      box(g, fieldPicture(last, n, colors), x, y, size, colors);

      const heads = columns === 3 ? ["input", "hidden", "output"] : ["input", "hidden 1", "hidden 2", "output"];
      heads.forEach((head, column) => {
        const align = column === 0 ? "left" : column === columns - 1 ? "right" : "center";
        const x = column === 0 ? 4 : column === columns - 1 ? width - 2 : at(column, 0, 1)[0];
        write(g, head, x, 8, colors.quiet, align);
      });
    }
    function box(g, picture, x, y, size, colors) {
      g.fillStyle = colors.paper;
      g.fillRect(x - size / 2 - 2, y - size / 2 - 2, size + 4, size + 4);
      g.imageSmoothingEnabled = true;
      g.drawImage(picture, x - size / 2, y - size / 2, size, size);
      g.strokeStyle = colors.quiet; g.lineWidth = 1;
      g.strokeRect(x - size / 2, y - size / 2, size, size);
    }
    // The line where the weighted sum of a unit is 0.
    function halve(g, layer, j, x, y, size, colors) {
      const [u, v, b] = [layer.weights[0][j], layer.weights[1][j], layer.bias[j]];
      const length = Math.hypot(u, v), scale = size / (2 * data.reach);
      if (!(length > 1e-3)) return;
      const [nx, ny] = [u / length, v / length], d = -b / length;
      g.save();
      g.beginPath(); g.rect(x - size / 2, y - size / 2, size, size); g.clip();
      path(g, [-9, 9].map(t => [x + scale * (d * nx - t * ny), y - scale * (d * ny + t * nx)]),
        colors.one, 1.5);
      g.restore();
    }
    function tag(g, number, x, y, size, colors) {
      g.fillStyle = colors.paper; g.strokeStyle = colors.quiet; g.lineWidth = 1;
      g.beginPath(); g.arc(x - size / 2, y - size / 2 + 2, 8, 0, 7); g.fill(); g.stroke();
      write(g, number, x - size / 2, y - size / 2 + 2.5, colors.ink);
    }

    """#
}
