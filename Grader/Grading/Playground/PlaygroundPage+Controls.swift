extension PlaygroundPage {
  /// What happens when something is chosen, moved or pressed.
  static let controls: HTML = #"""
    const form = document.getElementById("form"), slider = document.getElementById("look");
    const names = ["set", "activation", "width", "depth", "rate", "penalty"];
    const tests = document.getElementById("tests"), lines = document.getElementById("lines");
    const remarks = document.querySelectorAll(".remark");
    let choice, net, time = lastLook, playsSince = null;

    function update() {
      const k = Math.floor(time), now = mixed(net, time);
      drawPlane(choice, net, now, tests.checked, lines.checked);
      drawNetwork(net, now);
      drawCurves(net, time);
      document.getElementById("epoch").textContent = "epoch " + data.looks[k];
      slider.setAttribute("aria-valuetext", "epoch " + data.looks[k]);
      if (playsSince === null || time === lastLook) say(k);
    }
    const percent = right => right > 0.9985 && right < 1 ? "99.9 %" : short(100 * right) + " %";
    function say(k) {
      const s = net.looks[k].score;
      const text = Number.isFinite(s.training)
        ? `After epoch ${data.looks[k]}: loss ${s.training.toFixed(3)} on the training points, `
          + `${Number.isFinite(s.test) ? s.test.toFixed(3) : "above 4"} on the test points. On the right side: `
          + `${percent(s.trainingRight)} of the training points, ${percent(s.testRight)} of the test points.`
        : `After epoch ${data.looks[k]} the loss is above 4, or no number: training has diverged.`;
      document.getElementById("state").textContent = text;
      document.getElementById("doubt").hidden = !net.isDoubtful;
    }
    function choose() {
      choice = names.map(name => Number(form.elements[name].value));
      net = read(choice);
      remarks.forEach((remark, i) => { remark.hidden = i !== choice[0]; });
      update();
      drawSizes(choice);
    }
    function stop() {
      playsSince = null;
      document.getElementById("play-word").textContent = "Play";
      document.querySelector("#play span").textContent = "▶";
      document.getElementById("play").setAttribute("aria-label", "Play from the first epoch");
    }
    function step() {
      if (playsSince === null) return;
      time = Math.min(lastLook, (performance.now() - playsSince) / 450);
      if (time >= lastLook) stop();
      slider.value = Math.floor(time);
      update();
      if (playsSince !== null) requestAnimationFrame(step);
    }
    document.getElementById("play").addEventListener("click", () => {
      if (playsSince !== null) { time = Math.floor(time); stop(); update(); return; }
      const from = time >= lastLook ? 0 : time;
      playsSince = performance.now() - from * 450;
      document.getElementById("play-word").textContent = "Stop";
      document.querySelector("#play span").textContent = "■";
      document.getElementById("play").setAttribute("aria-label", "Stop");
      requestAnimationFrame(step);
    });
    slider.addEventListener("input", () => { stop(); time = Number(slider.value); update(); });
    form.addEventListener("change", choose);
    form.addEventListener("submit", event => event.preventDefault());
    for (const box of [tests, lines]) box.addEventListener("change", update);
    stairs.addEventListener("input", drawSum);

    function all() { choose(); drawSum(); drawParity(); }
    let width = 0;
    new ResizeObserver(() => {
      // What is drawn changes the height: in the same frame, the observer would be called for that again.
      requestAnimationFrame(() => {
        if (document.body.clientWidth !== width) { width = document.body.clientWidth; all(); }
      });
    }).observe(document.body);
    isDark.addEventListener("change", all);
    window.addEventListener("beforeprint", () => { isPrinting = true; all(); });
    window.addEventListener("afterprint", () => { isPrinting = false; all(); });

    // A link may name the choices and the look, as #3/0/2/1/1/0/14.
    function follow() {
      if (location.hash.length < 2) return;
      const parts = location.hash.slice(1).split("/").map(Number);
      names.forEach((name, i) => {
        if (parts[i] >= 0 && parts[i] < data.counts[i]) form.elements[name].value = String(parts[i]);
      });
      if (data.looks[parts[6]] !== undefined) {
        stop();
        time = parts[6]; slider.value = time;
      }
    }
    window.addEventListener("hashchange", () => { follow(); choose(); });
    follow();
    all();

    """#
}
