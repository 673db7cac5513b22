extension HTML {
  /// How all pages look: by daylight, at night, on a phone and on paper. Each colour that bears a
  /// meaning goes with a sign that bears it, too.
  static let styleSheet: HTML = """
    :root { color-scheme: light dark;
      --paper: #fff; --ink: #1d1d1f; --quiet: #5f6368; --line: #d9dbe0; --link: #0b57b0;
      --good: #d3eed9; --good-ink: #12532a; --bad: #f8cfca; --bad-ink: #8a150c;
      --stop: #fbdcae; --stop-ink: #6b3a00; --open: #e4e6eb; --open-ink: #44484f;
      --alarm: #b3001b; --alarm-ink: #fff; --bar: #4a7db8 }
    @media screen and (prefers-color-scheme: dark) { :root {
      --paper: #17181b; --ink: #e7e8ea; --quiet: #a3a7af; --line: #3a3d44; --link: #8ab8f5;
      --good: #1d4a2c; --good-ink: #b5e8c3; --bad: #6a211b; --bad-ink: #ffd0cb;
      --stop: #5f3d0a; --stop-ink: #ffdca6; --open: #34373e; --open-ink: #c3c7cf;
      --alarm: #ff6b75; --alarm-ink: #17181b; --bar: #5b8fca } }
    * { box-sizing: border-box }
    body { margin: 0 auto; max-width: 80rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .25rem }
    h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 .75rem }
    h3 { font-size: 1rem; margin: 0 }
    p { margin: .25rem 0 }
    a { color: var(--link) }
    ul { margin: .25rem 0; padding-left: 1.25rem }
    code, pre { font: .875em/1.5 ui-monospace, monospace }
    pre { white-space: pre-wrap; max-height: 20rem; overflow: auto; margin: .25rem 0;
      padding-left: .75rem; border-left: 3px solid var(--line) }
    summary { cursor: pointer; color: var(--link) }
    .quiet { color: var(--quiet); font-size: .875rem; font-weight: normal }
    .alarm, .undecided h2 { color: var(--alarm) }
    .undecided h2 { font-size: 1.75rem; margin-top: 1.5rem }

    i { font-style: normal; font-weight: 600; display: inline-block; width: 1.25em; flex: none;
      line-height: 1.5; text-align: center; background: var(--open); color: var(--open-ink) }
    i.passed, .strip i:not([class]) { background: var(--good); color: var(--good-ink) }
    i.failed { background: var(--bad); color: var(--bad-ink) }
    i.crashed, i.timedOut, i.notRead, i.refused, i.doesNotCompile {
      background: var(--stop); color: var(--stop-ink) }
    i.blocked { background: none }
    i.graderFault { background: var(--alarm); color: var(--alarm-ink) }

    .facts { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 0 }
    dt { color: var(--quiet); font-size: .875rem }
    dd { margin: 0; font-size: 1.375rem; font-variant-numeric: tabular-nums }
    figure { margin: 1.5rem 0 0 }
    figcaption { color: var(--quiet); font-size: .875rem }
    .histogram { display: block; width: 100%; height: auto }
    .histogram rect { fill: var(--bar) }
    .histogram path { stroke: var(--quiet) }
    .histogram text { fill: var(--ink); font-size: 13px; text-anchor: middle }
    .histogram .axis { fill: var(--quiet) }
    .histogram .first { text-anchor: start }

    table { border-collapse: collapse; width: 100% }
    th, td { text-align: left; vertical-align: top; padding: .3rem 1.25rem .3rem 0 }
    th:last-child, td:last-child { padding-right: 0 }
    tbody tr, thead tr { border-bottom: 1px solid var(--line) }
    tbody th { font-weight: normal }
    thead th { position: sticky; top: 0; background: var(--paper); vertical-align: bottom;
      color: var(--quiet); font-size: .875rem; font-weight: normal }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
    .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem }
    [hidden] { display: none !important }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: baseline; margin: .75rem 0 }
    .tools .order { display: none }
    input, select { font: inherit; color: inherit; background: var(--paper); padding: .2rem .5rem;
      border: 1px solid var(--quiet); border-radius: 4px; max-width: 100% }
    thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0;
      cursor: pointer; text-align: inherit; white-space: nowrap }
    thead button::after { content: " ↕"; opacity: .5 }
    [aria-sort=ascending] button::after { content: " ↑"; opacity: 1 }
    [aria-sort=descending] button::after { content: " ↓"; opacity: 1 }
    .open { color: var(--quiet) }
    .narrow { display: none }
    .strip, .subjects { display: flex; flex-wrap: wrap; gap: 2px .375rem; font-size: .8125rem }
    .strip b { display: flex; gap: 1px }
    .subjects { align-items: end; flex-wrap: nowrap }
    .subjects b { width: calc(var(--signs) * (1.25em + 1px) - 1px); flex: none;
      font-weight: normal }
    .subjects span { display: block; writing-mode: vertical-rl; transform: rotate(180deg);
      line-height: 1.25; white-space: nowrap }
    .submissions th:first-child { width: 24% }
    .submissions tbody .strip { flex-wrap: nowrap; padding-top: .125rem }
    .checks th:first-child { width: 36% }
    .checks td:nth-child(2) { width: 26% }
    .checks td:nth-child(3) { font-size: .875rem }
    .checks ul { list-style: none; padding: 0; margin: 0 }
    .claim { display: block }
    .bar { display: flex; height: .5rem; margin: .25rem 0; background: var(--open) }
    .bar i { width: auto }
    .bar i.passed { background: #2f8f57 }
    .bar i.failed { background: repeating-linear-gradient(45deg, #cf4a3d 0 4px, #8f2a20 4px 6px) }
    .bar i.crashed, .bar i.timedOut, .bar i.notRead, .bar i.refused, .bar i.doesNotCompile {
      background: repeating-linear-gradient(90deg, #dd9a2e 0 3px, #8a5a10 3px 5px) }

    .points strong { font-size: 1.75rem }
    article, .done { margin: 0 0 1.25rem }
    article > :not(h3), .done { margin-left: 1.875rem }
    .done { list-style: none; padding: 0; margin-left: 0 }
    h3, .done li { display: flex; gap: .625rem }
    h3 i, .done i { align-self: start }
    .done li { margin-bottom: .25rem }
    .done code { white-space: nowrap }
    .hint { color: var(--quiet) }
    footer { margin-top: 3rem }

    @media screen and (max-width: 60rem) {
      .submissions thead, .checks thead { display: none }
      .submissions tr, .submissions th, .submissions td, .checks tr, .checks th, .checks td {
        display: block; width: auto !important; max-width: none !important; padding: .1rem 0 }
      .submissions tr, .checks tr { padding: .5rem 0 }
      .submissions tbody .strip { flex-wrap: wrap; gap: .25rem .75rem }
      .strip b::before { font-weight: normal; color: var(--quiet); margin-right: .25rem }
      .number { text-align: left }
      .tools .order { display: inline }
      .submissions .number:not(.alarm, .open, .grade)::after { content: " points" }
      .submissions .none { display: none !important }
      .submissions .grade::before { content: "Grade: " }
      .checks .number::before { content: "Median time: " }
      .histogram text { font-size: 22px }
      .histogram .long { font-size: 19px }
    }
    @media print {
      :root { font-size: 9pt }
      body { max-width: none; padding: 0 }
      a { color: inherit; text-decoration: none }
      i, .bar, .bar i { print-color-adjust: exact; -webkit-print-color-adjust: exact }
      .tools { display: none }
      thead button::after { content: "" }
      thead th { position: static }
      th, td { padding-right: .5rem }
      .strip, .subjects { font-size: .6875rem }
      tr, article { break-inside: avoid }
      pre { max-height: none }
      :not(td) > details::details-content { content-visibility: visible; block-size: auto }
    }
    """
}
