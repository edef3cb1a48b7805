/**
 * The three layouts, as parts of the Typst program in pdf-template.ts: page and running heads, text, what stands with the title, contents.
 * They are fixed; what they show is data. A layout is chosen by `memo.layout`.
 */
export const layouts = String.raw`
#let quiet = rgb("#5c5850")
#let accent = rgb("#17505a")
#let layout = memo.layout
#let letter = memo.paper == "us-letter"
#let rtl-memo = memo.direction == "rtl"

// A measure of about seventy letters on either paper. The essay's wide margin is on the side where lines begin.
#let wide = if letter { 60mm } else { 58mm }
#let margins = (
  plain: (x: if letter { 33mm } else { 30mm }, top: 27mm, bottom: 28mm),
  report: (x: if letter { 33mm } else { 30mm }, top: 32mm, bottom: 30mm),
  essay: (left: if rtl-memo { 24mm } else { wide }, right: if rtl-memo { wide } else { 24mm }, top: 28mm, bottom: 30mm),
).at(layout)

#let page-number = context counter(page).display("1")
#let small(body) = text(size: 8.5pt, fill: quiet, number-type: "lining", body)
#let first-page = context here().page() == 1

// The section in which a page begins, or the first that begins on it.
#let running-section = context {
  let top = heading.where(level: memo.topLevel)
  let before = query(selector(top).before(here()))
  let after = query(selector(top).after(here())).filter(found => found.location().page() == here().page())
  let found = if after.len() > 0 { after.first() } else if before.len() > 0 { before.last() } else { none }
  if found != none { found.body }
}

#let headers = (
  plain: context if here().page() > 1 {
    small(grid(columns: (1fr, auto), memo.shortTitle, page-number))
  },
  report: small(block(width: 100%, stroke: (bottom: hairline), inset: (bottom: 5pt),
    grid(columns: (1fr, auto), column-gutter: 8mm, memo.shortTitle, running-section))),
  essay: none,
)
#let footers = (
  plain: context if here().page() == 1 { align(center, small(page-number)) },
  report: align(end, small(page-number)),
  essay: pad(..if rtl-memo { (right: 34mm - wide) } else { (left: 34mm - wide) },
    small(grid(columns: (wide - 34mm, 1fr), page-number, context if here().page() > 1 { memo.shortTitle }))),
)

#set document(title: memo.title, author: if memo.author == "" { () } else { memo.author })
#set page(
  paper: memo.paper,
  margin: margins,
  header: headers.at(layout),
  footer: footers.at(layout),
  header-ascent: 9mm,
  footer-descent: 10mm,
)
#set text(font: serif, size: size, fill: ink, lang: memo.language, region: memo.region,
  dir: if rtl-memo { rtl } else { ltr }, fallback: true, costs: (widow: 200%, orphan: 200%))
#set par(leading: if memo.wideLines { 1.25em } else { 0.7em }, spacing: if memo.wideLines { 1.7em } else { 1.15em },
  justify: memo.justify)
#set strong(delta: 200)
#set footnote.entry(gap: 0.6em, clearance: 1em, separator: line(length: 22mm, stroke: hairline))
#show footnote.entry: set text(size: size - 2pt)
#show footnote.entry: set par(leading: 0.55em, justify: false)
#show link: set text(fill: accent)
#show title: set text(weight: if layout == "essay" { 400 } else { 600 }, hyphenate: false,
  size: (plain: 24pt, report: 34pt, essay: 30pt).at(layout))
#show title: set par(leading: 0.4em, justify: false)
#show heading: set text(weight: 600, hyphenate: false)
#show heading: set par(justify: false, leading: 0.5em)
#let heading-sizes = (plain: (1.36, 1.16, 1.04, 1.0), report: (1.55, 1.22, 1.06, 1.0), essay: (1.45, 1.16, 1.04, 1.0)).at(layout)
#show heading.where(level: 1): set text(size: heading-sizes.at(0) * size)
#show heading.where(level: 2): set text(size: heading-sizes.at(1) * size)
#show heading.where(level: 3): set text(size: heading-sizes.at(2) * size)
#show heading.where(level: 4): set text(size: heading-sizes.at(3) * size, weight: 400, style: "italic")
#show heading: set block(above: 1.7em, below: 0.8em, sticky: true)
#show table: set block(above: 1.4em, below: 1.5em)
#set figure(gap: 0.8em)
#set figure.caption(separator: none)
#show figure: set block(above: 1.6em, below: 1.6em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: set text(size: size - 1.5pt)
#show figure.caption: set par(justify: false)
#show raw: set text(size: size - 1.5pt)
#show quote.where(block: true): set pad(x: 7mm)
#show quote.where(block: true): set text(size: size - 0.5pt)
#set list(marker: ([•], [–]), indent: 3mm, body-indent: 2.5mm, spacing: 0.75em)
#set enum(indent: 3mm, body-indent: 2.5mm, spacing: 0.75em)
#show outline.entry.where(level: memo.topLevel): set block(above: 0.95em)

#let byline = (memo.author, memo.date).filter(part => part != "")
#let summary(width: 100%) = if memo.summary.len() > 0 {
  block(width: width, inset: (y: 9pt), stroke: (y: hairline), {
    set text(size: size - 0.5pt)
    for paragraph in memo.summary { as-block(paragraph, par) }
  })
}

// The summary is no part of the title, but stands with it. Space that is set so takes the place of the space above a heading.
#let below-title = v(1.6em)
#let title-blocks = (
  plain: () => {
    block(below: 13pt, title(memo.title))
    if memo.subtitle != "" {
      block(below: 13pt, { set par(justify: false); text(size: 13pt, style: "italic", fill: quiet, memo.subtitle) })
    }
    if byline.len() > 0 { block(below: 1.2em, text(fill: quiet, byline.join("  ·  "))) }
    if memo.summary.len() > 0 { v(0.6em); summary() }
    below-title
  },
  essay: () => {
    block(below: 15pt, title(memo.title))
    if memo.subtitle != "" {
      block(below: 15pt, { set par(justify: false); text(size: 13pt, style: "italic", fill: quiet, memo.subtitle) })
    }
    if byline.len() > 0 { block(below: 1.4em, text(fill: quiet, byline.join(linebreak()))) }
    if memo.summary.len() > 0 { v(1.2em); summary() }
    below-title
  },
  report: () => page(header: none, footer: none, {
    v(1fr)
    block(width: 100%, stroke: (top: 2pt + accent), inset: (top: 9mm), {
      set par(leading: 0.42em, justify: false)
      block(below: 18pt, title(memo.title))
      if memo.subtitle != "" { block(text(size: 15pt, style: "italic", fill: quiet, memo.subtitle)) }
    })
    v(0.8fr)
    summary()
    v(1.2fr)
    if memo.author != "" { block(below: 0.6em, text(size: 12pt, memo.author)) }
    if memo.date != "" { block(text(fill: quiet, memo.date)) }
  }),
)

#(title-blocks.at(layout))()
#if layout == "report" { counter(page).update(1) }
#if memo.contentsTitle != none {
  outline(title: memo.contentsTitle, indent: level => calc.max(0, level + 1 - memo.topLevel) * 1.2em, depth: memo.topLevel + 2)
  if layout == "report" { pagebreak(weak: true) } else { v(1.6em) }
}
`;
