extension HTML {
  /// What pages of pictures have beside what all pages have. Blue and orange are told apart by all
  /// eyes, and dashes and signs go with them.
  static let pictureStyle: HTML = """
    :root { --line0: #0b62a8; --line1: #b34700; --line2: #5b6770; --cell: 11, 98, 168 }
    @media screen and (prefers-color-scheme: dark) { :root {
      --line0: #74b9f0; --line1: #f2a25c; --line2: #b3bac2; --cell: 116, 185, 240 } }
    section { scroll-margin-top: 1rem }
    h3 { margin: 1.25rem 0 .25rem }
    .contents { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0 }
    .instead { display: flex; gap: .625rem; margin: .5rem 0; max-width: 45rem }
    main p { max-width: 45rem }
    .images { display: flex; flex-wrap: wrap; gap: .75rem; margin: .5rem 0 1rem }
    .images figure { margin: 0; max-width: 100% }
    .images img { display: block; max-width: 100%; height: auto; image-rendering: pixelated;
      outline: 1px solid var(--line) }
    .images svg { display: block; max-width: 100%; height: auto }
    .images image { image-rendering: pixelated }
    .images text { fill: var(--quiet); font-size: 11px; text-anchor: middle }
    .images figcaption { font-size: .8125rem; line-height: 1.35 }
    .images .told { width: 9.5rem }
    .chart { display: inline-block; vertical-align: top; width: 100%; max-width: 34rem;
      margin: 1rem 1rem 0 0 }
    .chart svg:not(.key) { display: block; width: 100%; height: auto }
    .chart text { fill: var(--ink); font-size: 11px; dominant-baseline: middle }
    .chart .x { text-anchor: middle }
    .chart .y { text-anchor: end }
    .grid { stroke: var(--line); fill: none }
    .key { width: 28px; height: 12px; vertical-align: -1px }
    .line0 { stroke: var(--line0); fill: var(--line0) }
    .line1 { stroke: var(--line1); fill: var(--line1) }
    .line2 { stroke: var(--line2); fill: var(--line2) }
    .line0 path, .line1 path, .line2 path { fill: none; stroke-width: 1.8; stroke-linejoin: round }
    .line1 path { stroke-dasharray: 5 3 }
    .line2 path { stroke-dasharray: 1.5 3 }
    .line2 path.sign { fill: var(--line2); stroke-dasharray: none }
    .legend { margin-top: .25rem; color: var(--ink) }
    .small { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; margin: .5rem 0 1rem }
    .bars { margin: 0; width: 160px }
    .bars svg { display: block; width: 160px; height: 88px }
    .bars .top { stroke: var(--line) }
    .bars rect { fill: var(--line0) }
    .bars path { stroke: var(--quiet) }
    .bars text { fill: var(--quiet); font-size: 11px }
    .bars figcaption { font-size: .8125rem; line-height: 1.35 }
    .confusion { width: auto; font-size: .8125rem; margin: .5rem 0; overflow-wrap: normal }
    .confusion caption { text-align: left; color: var(--quiet); font-size: .875rem;
      padding-bottom: .5rem; max-width: 45rem }
    .confusion th, .confusion td { padding: .25rem .3rem; text-align: right; position: static }
    .confusion tbody th { text-align: left; padding-left: 0; white-space: nowrap }
    .confusion tbody tr { border-bottom: 0 }
    .confusion td { min-width: 2.6em; font-variant-numeric: tabular-nums; border: 1px solid var(--line);
      background: rgba(var(--cell), calc(var(--share) * .5)) }
    .confusion td.right { outline: 2px solid var(--ink); outline-offset: -2px; font-weight: 600 }
    @media screen and (max-width: 40rem) {
      .confusion { width: 100%; font-size: .6875rem }
      .confusion th, .confusion td { padding: .25rem .1rem; min-width: 0 }
    }
    @media print {
      .images img, .confusion td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
      figure, table { break-inside: avoid }
    }
    """
}
