extension PlaygroundPage {
  /// What this page adds to the look of all pages. Orange and blue can be told apart by everybody; and
  /// what they mean, shapes and dashes say as well.
  static let styleSheet: HTML = """
    :root { --zero: #b85c00; --one: #0b62a8; --faint: #b4b8c2 }
    @media screen and (prefers-color-scheme: dark) { :root {
      --zero: #f5a623; --one: #6db6ff; --faint: #5d626d } }
    h2 { margin: 0 0 .5rem }
    .pictures { display: grid; gap: 2rem; margin-top: 2.5rem; padding-top: 2rem;
      border-top: 1px solid var(--line); grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)) }
    .pictures > section { min-width: 0 }
    .pictures table { overflow-wrap: normal }
    .pictures th { white-space: normal; vertical-align: bottom }
    .pictures th, .pictures td { padding-right: .75rem }
    .pictures canvas { margin-top: 1rem }
    canvas { display: block; width: 100%; height: auto }
    .playground { display: grid; gap: 1.25rem 2rem; margin-top: 1.25rem }
    .playground > section { min-width: 0 }
    .time { display: flex; align-items: center; gap: .75rem; margin: .5rem 0 }
    .time input { flex: 1; min-width: 0; height: 2.5rem; accent-color: var(--link); margin: 0 }
    .time output { min-width: 6rem; font-variant-numeric: tabular-nums; text-align: right }
    button { font: inherit; min-height: 2.5rem; min-width: 6rem; padding: 0 .75rem; cursor: pointer;
      color: var(--paper); background: var(--link); border: 0; border-radius: .375rem }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
    #state { min-height: 3em }
    .playground .legend { gap: .25rem 1rem }
    .legend span, .legend label { display: inline-flex; align-items: center; gap: .375rem;
      min-height: 1.75rem }
    .mark { width: .875rem; height: .875rem; flex: none }
    .broad { width: 22px; height: 8px; vertical-align: middle }
    .broad path { stroke: var(--faint); stroke-width: 8 }
    .zero { fill: var(--zero) }
    .one { fill: var(--one) }
    fieldset { border: 0; margin: 0 0 .75rem; padding: 0; min-width: 0 }
    legend { color: var(--quiet); font-size: .875rem; padding: 0 0 .25rem }
    fieldset div { display: flex; flex-wrap: wrap; gap: .375rem }
    fieldset label { position: relative; display: block }
    fieldset input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0;
      cursor: pointer }
    fieldset span { display: block; min-width: 2.5rem; padding: .375rem .625rem; line-height: 1.5;
      text-align: center; border: 1px solid var(--line); border-radius: .375rem }
    fieldset input:checked + span { color: var(--paper); background: var(--ink);
      border-color: var(--ink); font-weight: 600 }
    fieldset input:focus-visible + span { outline: 3px solid var(--link); outline-offset: 2px }
    form { display: grid; grid-template-columns: repeat(2, auto); gap: 0 1.25rem; justify-content: start }
    form > :first-child, .remark { grid-column: 1 / -1 }
    .remark { color: var(--quiet); font-size: .875rem; margin: -.25rem 0 1rem }
    @media (min-width: 60rem) {
      .playground { grid-template: "border units choices" auto "border loss choices" 1fr
        / minmax(0, 5fr) minmax(0, 4fr) minmax(0, 3fr) }
      .border { grid-area: border } .units { grid-area: units }
      .loss { grid-area: loss } .choices { grid-area: choices }
      form { display: block }
    }
    @media print {
      .playground { grid-template: "choices choices" auto "border units" auto "border loss" auto
        / minmax(0, 1fr) minmax(0, 1fr) }
      .pictures { grid-template-columns: 4fr 3fr 3fr }
      .pictures table { font-size: 8pt }
      .remark { display: none }
      .border { grid-area: border } .units { grid-area: units }
      .loss { grid-area: loss } .choices { grid-area: choices }
      form { display: flex; flex-wrap: wrap; gap: 0 1.5rem }
      button, #look, #stairs, fieldset input:not(:checked) + span { display: none }
      fieldset span { border: 0; padding: 0 }
      fieldset input:checked + span { color: inherit; background: none }
      section, canvas { break-inside: avoid }
    }
    """
}
