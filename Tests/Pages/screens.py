#!/usr/bin/env python3
"""Opens pages of `grader show` in headless Chromium, on a phone and on a desk, by day and by night.

    python3 Tests/Pages/screens.py [--grader .build/debug/grader] [--to FOLDER] [NN ...]

It has `grader show NN` write each page (of the solutions where GRADUS_SOLUTIONS=1), fails where the
console has an error, where a page is wider than its window, larger than 3 MB or wants another file,
where the window was not as wide as a phone is, and leaves a screenshot of each in FOLDER.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

MOST_BYTES = 3_000_000
WINDOWS = {"phone": 390, "desk": 1280}

# No script runs in a page. The copy that is measured has one, and not the rule that forbids it.
MEASURE = """<script>
addEventListener("load", () => {
  const wide = [...document.querySelectorAll("body *")].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1);
  parent.postMessage(["measured", innerWidth, document.documentElement.scrollWidth,
    document.documentElement.scrollHeight,
    wide.slice(0, 3).map(e => e.tagName + "." + (e.className.baseVal ?? e.className))].join(" "), "*");
});
</script></body>"""

# Chromium opens no window that is narrower than 500 points: a phone is a frame in a wider one.
NARROWEST = 500
FRAME = """<!doctype html><meta charset="utf-8"><body style="margin:0">
<script>addEventListener("message", event => { document.title = event.data; });</script>
<iframe src="ADDRESS" width="WIDTH" height="HEIGHT" style="border:0;display:block"></iframe>"""


def chromium(*options):
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               "--enable-logging=stderr", "--v=0", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def framed(address, width, height, folder, *options):
    """Opens a page in a frame of just that size."""
    frame = os.path.join(folder, "frame.html")
    with open(frame, "w", encoding="utf-8") as file:
        file.write(FRAME.replace("ADDRESS", address).replace("WIDTH", str(width)).replace("HEIGHT", str(height)))
    return chromium(f"--window-size={max(width, NARROWEST)},{height}", *options, f"file://{frame}")


def measured(page, width, folder):
    """Returns how high the page is, and what is wrong with its width. The window has to be as wide as asked."""
    text = open(page, encoding="utf-8").read()
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    copy = os.path.join(folder, "measured.html")
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text.replace("</body>", MEASURE))
    run = framed("measured.html", width, 800, folder, "--virtual-time-budget=5000", "--dump-dom")
    found = re.search(r"<title>measured (\d+) (\d+) (\d+) ?([^<]*)</title>", run.stdout)
    if not found:
        raise SystemExit(f"{page}: Chromium did not open it:\n{run.stderr[-2000:]}")
    inner, scroll, height, wide = int(found[1]), int(found[2]), int(found[3]), found[4]
    if inner != width:
        raise SystemExit(f"{page}: the window was {inner} points wide, and not {width}")
    return height, [f"{scroll} points wide in {inner}: {wide}"] if scroll > inner else []


def shot(page, width, height, picture, folder, *options):
    """Leaves a screenshot; returns what the console says."""
    address = f"file://{os.path.abspath(page)}"
    run = framed(address, width, min(height + 40, 12000), folder, f"--screenshot={picture}", *options)
    faults = [line for line in run.stderr.splitlines() if "CONSOLE" in line]
    return faults + ([] if os.path.exists(picture) else ["no screenshot"])


def faults_of(page, name, folder):
    faults = []
    size = os.path.getsize(page)
    if size > MOST_BYTES:
        faults.append(f"{size} bytes are more than {MOST_BYTES}")
    text = open(page, encoding="utf-8").read()
    for address in re.findall(r'(?:src|href)="([^"]*)"', text):
        if not address.startswith(("data:image/png;base64,", "#")):
            faults.append(f"it wants {address[:60]}")
    for window, width in WINDOWS.items():
        height, found = measured(page, width, folder)
        faults += [f"{window}: {fault}" for fault in found]
        for scheme in ("day", "night"):
            picture = os.path.join(folder, f"{name}-{window}-{scheme}.png")
            night = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"]
            found = shot(page, width, height, picture, folder, *(night if scheme == "night" else []))
            faults += [f"{window}: {fault}" for fault in found]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grader", default=".build/debug/grader")
    parser.add_argument("--to", default=None)
    parser.add_argument("exercises", nargs="*", default=["03", "05", "06", "07", "08", "09", "10", "11", "12"])
    arguments = parser.parse_args()
    folder = arguments.to or tempfile.mkdtemp(prefix="gradus-screens-")
    os.makedirs(folder, exist_ok=True)
    failed = False
    for exercise in arguments.exercises:
        page = os.path.join(folder, f"show-{exercise}.html")
        run = subprocess.run(
            [arguments.grader, "show", exercise, "--output", page], capture_output=True, text=True)
        faults = faults_of(page, exercise, folder) if run.returncode == 0 else [run.stderr.strip()]
        failed = failed or bool(faults)
        print(f"{exercise}: {'; '.join(faults) if faults else 'right'}")
    print(f"The screenshots are in {folder}.")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
