import { layouts } from './pdf-layouts';

/**
 * The Typst program that shows a memo. It is fixed: the memo is data (`sys.inputs.memo`, JSON), and strings that come from
 * data are shown as they are, never evaluated. Typst 0.14.
 */
export const template = `
#let memo = json(bytes(sys.inputs.memo))
#let serif = ("Source Serif 4", "Amiri")
#let ink = rgb("#1c1b19")
#let hairline = 0.4pt + rgb("#b9b4a8")
#let size = memo.size * 1pt

#let directed(foreign, body) = if foreign == none { body } else {
  set text(lang: foreign.language, region: foreign.region, dir: if foreign.direction == "rtl" { rtl } else { ltr })
  body
}

#let shown-one(inline) = {
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
    inline.inlines.map(shown-one).join()
  } else if inline.kind == "reference" {
    let target = label(inline.anchor)
    let body = if inline.page == none { [#inline.text] } else {
      [#inline.page~#context counter(page).at(target).first()]
    }
    link(target, body)
  }
}

// Typst lays a memo out again until the numbers in it hold. The first time it knows none, so whatever it makes of a text with a note is
// thrown away, and that is half of the time of a long memo. So then it gets only the notes, without their words, to count them. They are
// the same notes the next time only if they come from the same place of this program with the same arguments: hence one function.
#let counted() = query(<counted>).len() > 0
#let note(inline) = footnote(context if counted() { directed(inline.foreign, inline.inlines.map(shown-one).join()) })
#let is-note(inline) = inline.kind == "note"
#let shown(inlines) = inlines.map(inline => if is-note(inline) { note(inline) } else { shown-one(inline) }).join()
#let numbered(part) = part.inlines.any(inline => inline.kind in ("note", "reference"))
#let when-counted(inlines) = if counted() { shown(inlines) } else { inlines.filter(is-note).map(note).join() }

#let run(part) = directed(part.foreign, if numbered(part) { context when-counted(part.inlines) } else { shown(part.inlines) })
// The direction is set around the block, as that is where its alignment comes from.
#let as-block(part, make) = directed(part.foreign,
  if numbered(part) { context make(when-counted(part.inlines)) } else { make(shown(part.inlines)) })

#let shown-list(part) = {
  let items = part.items.map(item => {
    run(item)
    if item.nested != none { shown-list(item.nested) }
  })
  directed(part.foreign, if part.ordered { enum(start: part.start, ..items) } else { list(..items) })
}

// Captions bring their own words and numbers, so that every format says the same.
#let captioned(part, kind, body) = [
  #figure(kind: kind, supplement: none, numbering: none, outlined: false,
    alt: if kind == image { part.alt } else { none },
    caption: if part.caption == none { none } else { run(part.caption) }, body)
  #label(part.anchor)
]

#let shown-image(part) = captioned(part, image, if part.file == none { [#part.missing] } else {
  std.layout(size => {
    let picture = image(part.file, width: size.width * part.width, alt: part.alt)
    // No higher than a page with its caption.
    let most = 210mm
    if measure(picture).height > most { image(part.file, height: most, alt: part.alt) } else { picture }
  })
})

#let shown-table(part) = {
  let cell(part) = if part.header { strong(run(part)) } else { run(part) }
  let head = if part.headed { (table.header(..part.rows.first().map(cell)),) } else { () }
  let rest = if part.headed { part.rows.slice(1) } else { part.rows }
  set text(size: size - 1.5pt)
  set par(justify: false, leading: 0.55em)
  let body = table(
    columns: part.widths.map(width => width * 1fr),
    stroke: (x, y) => (
      top: if y == 0 { 0.8pt + ink } else if y == 1 and part.headed { 0.5pt + ink } else { hairline },
      bottom: 0.8pt + ink,
    ),
    inset: (x, y) => (x: 5pt, y: 5pt),
    // Names in Latin letters stay in their column of a table that runs from right to left.
    align: if memo.direction == "rtl" { right } else { start },
    ..head,
    ..rest.flatten().map(cell),
  )
  if part.caption == none { body } else { captioned(part, table, body) }
}

${layouts}
#for part in memo.blocks {
  if part.kind == "paragraph" {
    as-block(part, par)
  } else if part.kind == "heading" {
    let numbered(body) = if part.number == none { body } else { part.number + h(0.7em) + body }
    as-block(part, body => heading(level: part.level, numbered(body)))
    if part.anchor != none { [#metadata(none) #label(part.anchor)] }
  } else if part.kind == "quotation" {
    as-block(part, quote.with(block: true))
  } else if part.kind == "list" {
    directed(part.foreign, block(above: 1.1em, below: 1.2em, width: 100%, shown-list(part)))
  } else if part.kind == "table" {
    shown-table(part)
  } else if part.kind == "image" {
    shown-image(part)
  } else if part.kind == "code" {
    // Code runs from the left in every language.
    set text(dir: ltr)
    align(left, block(inset: (left: 5mm), raw(part.text, block: true)))
  } else if part.kind == "rule" {
    block(above: 1.6em, below: 1.6em, width: 100%, align(center, line(length: 30%, stroke: hairline)))
  }
}

#if memo.bibliography.len() > 0 {
  heading(level: memo.topLevel, memo.bibliographyTitle)
  set par(hanging-indent: if memo.hanging { 8mm } else { 0pt }, justify: false, spacing: 0.75em)
  for entry in memo.bibliography { as-block(entry, par) }
}
#metadata(none) <counted>
`;
