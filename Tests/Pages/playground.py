#!/usr/bin/env python3
"""The page of `grader playground`, opened in headless Chromium.

    python3 Tests/Pages/playground.py .build/debug/grader [PAGE]

The solutions are trained for it, unless there is a PAGE. It is opened as wide as a phone and as a desktop,
by day and by night, and printed. Ends with 1 where something is written to the console, something is
wider than the window or cut off, a canvas is empty, or a choice, the slider or a key does not do what it
should. Screenshots are left in a new folder, whose name is printed: look at them.
"""

import functools
import http.server
import json
import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

CHROMIUM = os.environ.get("CHROMIUM", "chromium")
folder = Path(tempfile.mkdtemp(prefix="gradus-pages-"))
page = folder / "page.html"
faults = []
answers = queue.Queue()

# The page in a frame, since the browser itself opens no window as narrow as a phone, and what is asked of
# it there. The answer is sent to the server below: time runs as it does for a reader.
FRAME = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<iframe id="f" width="WIDTH" height="HEIGHT" style="border:0;display:block"></iframe>
<script>
const f = document.getElementById("f"), faults = [];
const pause = ms => new Promise(done => setTimeout(done, ms));
f.onload = async () => {
  const w = f.contentWindow, d = f.contentDocument, id = name => d.getElementById(name);
  const expect = (isRight, what) => { if (!isRight) faults.push(what); };
  w.addEventListener("error", event => faults.push("error: " + event.message));
  await pause(200);
  expect(w.innerWidth === WIDTH, `the window is ${w.innerWidth} points wide, and not WIDTH`);
  const state = () => id("state").textContent;
  const ink = name => {
    const c = id(name), bytes = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
    let sum = 0;
    for (let i = 0; i < bytes.length; i++) sum = (sum * 31 + bytes[i]) % 1000003;
    return new Set(bytes).size > 8 ? sum : NaN;
  };
  const fits = when => {
    const width = d.documentElement.clientWidth;
    expect(d.documentElement.scrollWidth <= width, when + ": the page is wider than the window");
    for (const e of d.querySelectorAll("body *")) {
      const box = e.getBoundingClientRect();
      if (box.width && (box.right > width + 1 || box.left < -1)) expect(false, `${when}: ${e.tagName} #${e.id} sticks out`);
      if (e.children.length === 0 && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
        && w.getComputedStyle(e).display !== "inline") expect(false, `${when}: ${e.tagName} #${e.id} is cut off`);
    }
  };
  for (const name of ["plane", "network", "curves", "sizes", "sum", "parity"])
    expect(!Number.isNaN(ink(name)), name + " is empty");
  expect(/^After epoch 200: loss .*test points\\.$/.test(state()), "state: " + state());
  expect(id("doubt").hidden !== DOUBT, DOUBT ? "outputs that do not agree go unnoticed"
    : "the outputs do not agree with the weights");
  fits("at first");

  if (CHOICES) {
    const groups = [...d.querySelectorAll("fieldset")].map(g => [...g.querySelectorAll("input")]);
    expect(groups.length === 6, groups.length + " groups of choices");
    const seen = new Set();
    const visit = g => {
      if (g === groups.length) {
        expect(/^After epoch 200/.test(state()), "state: " + state());
        expect(id("doubt").hidden, "no agreement at " + groups.map(g => g.findIndex(r => r.checked)));
        seen.add(ink("plane"));
        return;
      }
      for (const radio of groups[g]) { radio.click(); visit(g + 1); }
    };
    visit(0);
    expect(seen.size > 200, `of 240 choices only ${seen.size} pictures`);
    fits("at the last choice");
  }

  const slider = id("look"), before = ink("plane");
  slider.value = 0; slider.dispatchEvent(new Event("input"));
  expect(/^After epoch 0:/.test(state()), "the slider: " + state());
  expect(ink("plane") !== before, "the slider leaves the picture as it was");
  expect(slider.getAttribute("aria-valuetext") === "epoch 0", "the slider's words");
  for (const name of ["tests", "lines"]) {
    const before = ink("plane");
    id(name).click();
    expect(ink("plane") !== before, name + " leaves the picture as it was");
  }
  id("play").focus();
  expect(d.activeElement === id("play"), "the button takes no focus");
  id("play").click();
  expect(id("play").getAttribute("aria-label") === "Stop", "the button does not start");
  for (let i = 0; i < 80 && Number(slider.value) < 2; i++) await pause(250);
  expect(Number(slider.value) > 1, "nothing plays: " + slider.value);
  id("play").click();
  expect(/^After epoch \\d+:/.test(state()), "stopped: " + state());
  id("stairs").value = 6; id("stairs").dispatchEvent(new Event("input"));
  expect(/^With 64 units, the largest gap is 0\\.0[0-3]/.test(id("gap").textContent), id("gap").textContent);
  d.querySelector("details").open = true;
  expect(d.querySelectorAll("#size-rows tr").length === 6, "the table of sizes");
  await pause(100);
  fits("with the table");
  await fetch("/answer", { method: "POST", body: JSON.stringify(faults) });
};
f.src = "page.htmlHASH";
</script>
"""


def chromium(*words, what, until=None):
    """Runs the browser to its end, or to the answer that `until` waits for, which is returned."""
    with tempfile.TemporaryDirectory(prefix="gradus-profile-", ignore_cleanup_errors=True) as profile:
        with open(folder / "log.txt", "w+") as log:
            process = subprocess.Popen(
                [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                 f"--user-data-dir={profile}", "--enable-logging=stderr", *words],
                stdout=subprocess.DEVNULL, stderr=log)
            try:
                answer = until() if until else process.wait(timeout=180)
            except (queue.Empty, subprocess.TimeoutExpired):
                answer = None
                faults.append(f"{what}: no answer in time")
            process.terminate()
            process.wait(timeout=30)
            log.seek(0)
            # Chromium has advice for our own question page as well.
            faults.extend(f"{what}: {line.strip()}" for line in log
                          if "CONSOLE" in line and "/ask.html" not in line)
    return answer


def ask(address, width, choices=False, name="page"):
    text = FRAME.replace("WIDTH", str(width)).replace("HEIGHT", "900")
    text = text.replace("CHOICES", "true" if choices else "false").replace("page.htmlHASH", f"{name}.html")
    text = text.replace("DOUBT", "true" if name == "doubt" else "false")
    (folder / "ask.html").write_text(text)
    what = f"{name}, {width} px wide"
    # A browser that can be debugged stays until it is ended.
    answer = chromium("--remote-debugging-port=0", f"--window-size={max(width, 500)},900",
                      f"{address}/ask.html", what=what, until=lambda: answers.get(timeout=180))
    faults.extend(f"{what}: {fault}" for fault in answer or [])


def shoot(address, name, width, height, choice="", *words):
    frame = f'<!doctype html><body style="margin:0"><iframe src="page.html{choice}" width="{width}" ' \
            f'height="{height}" style="border:0;display:block"></iframe>'
    (folder / "shoot.html").write_text(frame)
    chromium(f"--screenshot={folder}/{name}.png", f"--window-size={max(width, 500)},{height}",
             "--virtual-time-budget=5000", *words, f"{address}/shoot.html", what=name)
    if not (folder / f"{name}.png").exists():
        faults.append(f"{name}: no screenshot")


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_POST(self):
        answers.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def main():
    grader = sys.argv[1]
    if len(sys.argv) > 2:
        page.write_bytes(Path(sys.argv[2]).read_bytes())
    else:
        subprocess.run([grader, "playground", "--output", str(page)], check=True, timeout=900,
                       env=os.environ | {"GRADUS_SOLUTIONS": "1"}, stderr=subprocess.DEVNULL)
    if page.stat().st_size >= 3_000_000:
        faults.append(f"{page.stat().st_size} bytes are more than 3 MB")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"

    ask(address, 390)
    # A code whose outputs are not what its weights say: here they stand the other way round.
    (folder / "doubt.html").write_text(
        re.sub(r'"plane":"([^"]*)"', lambda match: f'"plane":"{match[1][::-1]}"', page.read_text()))
    ask(address, 390, name="doubt")
    ask(address, 1280, choices=True)
    dark = "--blink-settings=preferredColorScheme=0"
    for width, height in [(390, 3800), (1280, 1750)]:
        shoot(address, f"{width}-moons", width, height)
        shoot(address, f"{width}-spiral", width, height, "#3/0/2/1/1/0/14")
        shoot(address, f"{width}-circles-dark", width, height, "#1/1/1/0/1/0/9", dark)
    # From a file, as it is opened at home; and on paper.
    chromium(f"--screenshot={folder}/file.png", "--window-size=1280,900", "--virtual-time-budget=5000",
             f"file://{page}", what="from a file")
    chromium(f"--print-to-pdf={folder}/paper.pdf", "--no-pdf-header-footer", "--virtual-time-budget=5000",
             f"file://{page}#4/0/2/1/1/0/14", what="on paper")
    server.shutdown()
    for fault in faults[:40]:
        print(fault)
    print(f"{len(faults)} faults; screenshots in {folder}")
    sys.exit(1 if faults else 0)


main()
