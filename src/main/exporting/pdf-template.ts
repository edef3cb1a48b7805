/**
 * The Typst program that shows a memo. It is fixed: the memo is data (`sys.inputs.memo`, JSON), and strings that come from
 * data are shown as they are, never evaluated. Typst 0.14.
 */
export const template = String.raw`
#let memo = json(bytes(sys.inputs.memo))
#let serif = ("Source Serif 4", "Noto Naskh Arabic")

#set document(title: memo.title, author: ())
#set page(paper: "a4", margin: (x: 28mm, top: 26mm, bottom: 28mm), numbering: "1", number-align: center)
#set text(font: serif, size: 10.5pt, lang: memo.language, region: memo.region,
  dir: if memo.direction == "rtl" { rtl } else { ltr }, fallback: true)
#set par(leading: 0.68em, spacing: 0.95em, justify: false)
#set strong(delta: 200)
#set footnote.entry(gap: 0.55em)
#show footnote.entry: set text(size: 8.8pt)
#show link: set text(fill: rgb("#1f4e79"))
#show heading: set text(weight: 600)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading.where(level: 4): set text(size: 10.5pt, style: "italic")
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show raw: set text(size: 9pt)

#let directed(rtl-language, body) = if rtl-language == none { body } else {
  set text(lang: rtl-language, region: none, dir: rtl)
  body
}

#let shown(inlines) = {
  for inline in inlines {
    if inline.kind == "text" {
      let body = if inline.at("code", default: false) { raw(inline.text) } else { [#inline.text] }
      if inline.at("vertical", default: none) == "super" { body = super(body) }
      if inline.at("vertical", default: none) == "sub" { body = sub(body) }
      if inline.at("smallCaps", default: false) { body = smallcaps(body) }
      if inline.at("strikethrough", default: false) { body = strike(body) }
      if inline.at("underline", default: false) { body = underline(body) }
      if inline.at("italic", default: false) { body = emph(body) }
      if inline.at("bold", default: false) { body = strong(body) }
      if inline.url != none { body = link(inline.url, body) }
      body
    } else if inline.kind == "break" {
      linebreak()
    } else if inline.kind == "group" {
      shown(inline.inlines)
    } else if inline.kind == "note" {
      footnote(directed(inline.rtl, shown(inline.inlines)))
    }
  }
}
#let run(part) = directed(part.rtl, shown(part.inlines))
// The direction is set around the block, as that is where its alignment comes from.
#let as-block(part, make) = directed(part.rtl, make(shown(part.inlines)))

#let shown-list(part) = {
  let items = part.items.map(item => {
    run(item)
    if item.nested != none { shown-list(item.nested) }
  })
  if part.ordered { enum(start: part.start, ..items) } else { list(..items) }
}

#let shown-table(part) = {
  let cell(part) = if part.header { strong(run(part)) } else { run(part) }
  let head = if part.headed { (table.header(..part.rows.first().map(cell)),) } else { () }
  let rest = if part.headed { part.rows.slice(1) } else { part.rows }
  table(
    columns: (1fr,) * part.columns,
    stroke: 0.5pt + luma(150),
    inset: 5pt,
    align: start,
    ..head,
    ..rest.flatten().map(cell),
  )
}

#block(below: 1.6em)[
  #set text(size: 19pt, weight: 600)
  #set par(leading: 0.5em)
  #title(memo.title)
]

#for part in memo.blocks {
  if part.kind == "paragraph" {
    as-block(part, par)
  } else if part.kind == "heading" {
    as-block(part, heading.with(level: part.level))
  } else if part.kind == "quotation" {
    as-block(part, quote.with(block: true))
  } else if part.kind == "list" {
    shown-list(part)
  } else if part.kind == "table" {
    shown-table(part)
  } else if part.kind == "code" {
    block(inset: (left: 5mm), raw(part.text, block: true))
  } else if part.kind == "rule" {
    line(length: 100%, stroke: 0.5pt + luma(150))
  }
}

#if memo.bibliography.len() > 0 {
  heading(level: 1, memo.bibliographyTitle)
  set par(hanging-indent: if memo.hanging { 10mm } else { 0pt })
  for entry in memo.bibliography { as-block(entry, par) }
}
`;
