extension PlaygroundPage {
  /// The border between the classes, the points, and the lines of the first hidden layer.
  static let plane: HTML = #"""
    // The log-odds on a finer lattice than the one that was asked, `fine` steps a cell: from the weights;
    // between what the code gave where that is something else.
    const fine = 6;
    function refined(net, now) {
      const n = data.cells, m = (n - 1) * fine + 1, odds = now.odds;
      if (net.agrees) {
        const { last } = evaluate(net, now.weights, m, i => data.reach * (2 * i / (m - 1) - 1));
        return { m, field: last };
      }
      const result = new Float32Array(m * m);
      for (let y = 0; y < m; y++) {
        const row = Math.min(Math.floor(y / fine), n - 2), v = y / fine - row;
        for (let x = 0; x < m; x++) {
          const column = Math.min(Math.floor(x / fine), n - 2), u = x / fine - column, i = row * n + column;
          result[y * m + x] = (1 - v) * ((1 - u) * odds[i] + u * odds[i + 1])
            + v * ((1 - u) * odds[i + n] + u * odds[i + n + 1]);
        }
      }
      return { m, field: result };
    }

    // The pieces of the line where a field is 0, in lattice steps: marching squares.
    function zeroLine(field, m) {
      const pieces = [];
      for (let y = 0; y + 1 < m; y++) {
        for (let x = 0; x + 1 < m; x++) {
          const i = y * m + x, a = field[i], b = field[i + 1], c = field[i + m + 1], d = field[i + m];
          const cuts = [];
          if (a > 0 !== b > 0) cuts.push([x + a / (a - b), y]);
          if (b > 0 !== c > 0) cuts.push([x + 1, y + b / (b - c)]);
          if (c > 0 !== d > 0) cuts.push([x + d / (d - c), y + 1]);
          if (d > 0 !== a > 0) cuts.push([x, y + a / (a - d)]);
          for (let k = 0; k + 1 < cuts.length; k += 2) pieces.push([cuts[k], cuts[k + 1]]);
        }
      }
      return pieces;
    }

    function painted(m, colorAt) {
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = m;
      const g = canvas.getContext("2d"), image = g.createImageData(m, m);
      for (let i = 0; i < m * m; i++) {
        const [r, gr, b] = colorAt(i);
        image.data[4 * i] = r; image.data[4 * i + 1] = gr; image.data[4 * i + 2] = b;
        image.data[4 * i + 3] = 255;
      }
      g.putImageData(image, 0, 0);
      return canvas;
    }
    const blend = (a, b, f) => a.map((x, i) => x + f * (b[i] - x));

    // Class 1 in one color, class 0 in another, and nothing where they are equally likely.
    function fieldPicture(field, m, colors) {
      return painted(m, i => {
        const p = 1 / (1 + Math.exp(-field[i]));
        return p < 0.5 ? blend(colors.middle, colors.zeroField, 1 - 2 * p)
          : blend(colors.middle, colors.oneField, 2 * p - 1);
      });
    }

    function mark(g, label, x, y, size, color, isHollow, colors) {
      g.beginPath();
      if (label === 0) g.arc(x, y, size, 0, 7);
      else {
        g.moveTo(x, y - 1.25 * size); g.lineTo(x + 1.15 * size, y + 0.85 * size);
        g.lineTo(x - 1.15 * size, y + 0.85 * size); g.closePath();
      }
      if (isHollow) { g.strokeStyle = color; g.lineWidth = 1.25; g.stroke(); return; }
      g.fillStyle = color; g.strokeStyle = colors.paper; g.lineWidth = 1;
      g.fill(); g.stroke();
    }

    function drawPlane(choice, net, now, showsTests, showsLines) {
      const { g, width, colors } = begin("plane", w => Math.min(w, 620));
      const height = Math.min(width, 620), side = height - 34, left = Math.max(30, (width - side) / 2);
      const reach = data.reach;
      const px = x => left + (x + reach) / (2 * reach) * side;
      const py = y => (reach - y) / (2 * reach) * side + 2;
      const { m, field } = refined(net, now);
      g.save();
      g.beginPath(); g.rect(left, 2, side, side); g.clip();
      g.imageSmoothingEnabled = true;
      g.drawImage(fieldPicture(field, m, colors), left, 2, side, side);

      const points = data.points[choice[0]];
      const size = Math.max(3, side / 120);
      const draw = (list, isHollow) => {
        for (let i = 0; 2 * i < list.length; i++) {
          mark(g, i % 2, px(list[2 * i]), py(list[2 * i + 1]), isHollow ? size - 0.5 : size,
            i % 2 ? colors.one : colors.zero, isHollow, colors);
        }
      };
      if (showsTests) draw(points.test, true);
      draw(points.training, false);

      const step = side / (m - 1);
      g.strokeStyle = colors.ink; g.lineWidth = 2.5;
      g.beginPath();
      for (const [[ax, ay], [bx, by]] of zeroLine(field, m)) {
        g.moveTo(left + ax * step, 2 + ay * step); g.lineTo(left + bx * step, 2 + by * step);
      }
      g.stroke();
      if (showsLines) drawLines(g, net, now, px, py, colors);
      g.restore();

      g.strokeStyle = colors.quiet; g.lineWidth = 1;
      g.strokeRect(left, 2, side, side);
      for (const t of [-2, -1, 0, 1, 2]) {
        const label = String(t).replace("-", "−");
        write(g, label, px(t), side + 6, colors.quiet, "center", "top");
        write(g, label, left - 6, py(t), colors.quiet, "right");
      }
      write(g, "x₁", px(reach), side + 6, colors.ink, "right", "top");
      write(g, "x₂", left - 6, 8, colors.ink, "right");
    }

    // Where w₁x₁ + w₂x₂ + b = 0, for each unit of the first layer.
    function drawLines(g, net, now, px, py, colors) {
      const layer = layersOf(net, now.weights)[0], reach = data.reach;
      for (let j = 0; j < net.sizes[1]; j++) {
        const [u, v, b] = [layer.weights[0][j], layer.weights[1][j], layer.bias[j]];
        const length = Math.hypot(u, v);
        if (!(length > 1e-3)) continue;
        const [nx, ny] = [u / length, v / length], d = -b / length;
        path(g, [[px(d * nx - 9 * ny), py(d * ny + 9 * nx)], [px(d * nx + 9 * ny), py(d * ny - 9 * nx)]],
          colors.quiet, 1.25, [5, 4]);
        // The number stands on the line, as near to the middle of the picture as there is room.
        const shift = (j - (net.sizes[1] - 1) / 2) * 0.42;
        let [x, y] = [d * nx - shift * ny, d * ny + shift * nx];
        if (Math.max(Math.abs(x), Math.abs(y)) > reach - 0.2) [x, y] = [d * nx, d * ny];
        if (Math.max(Math.abs(x), Math.abs(y)) > reach - 0.15) continue;
        const [cx, cy] = [px(x), py(y)];
        path(g, [[cx, cy], [cx + 20 * nx, cy - 20 * ny]], colors.ink, 1.5);
        const [tx, ty] = [cx + 23 * nx, cy - 23 * ny];
        g.fillStyle = colors.ink;
        g.beginPath();
        g.moveTo(tx, ty);
        g.lineTo(tx - 8 * nx + 4 * ny, ty + 8 * ny + 4 * nx);
        g.lineTo(tx - 8 * nx - 4 * ny, ty + 8 * ny - 4 * nx);
        g.fill();
        g.fillStyle = colors.paper; g.strokeStyle = colors.ink; g.lineWidth = 1;
        g.beginPath(); g.arc(cx, cy, 8.5, 0, 7); g.fill(); g.stroke();
        write(g, j + 1, cx, cy + 0.5, colors.ink);
      }
    }

    """#
}
