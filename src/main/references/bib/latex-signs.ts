/** Marks that a command puts on the letter after it, as combining characters. */
export const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030C',
  H: '\u030B',
  c: '\u0327',
  d: '\u0323',
  b: '\u0331',
  r: '\u030A',
  k: '\u0328',
  t: '\u0361',
};

/** Runs of signs that TeX sets as one. */
export const ligatures: Readonly<Record<string, string>> = {
  '---': '—',
  '--': '–',
  '``': '“',
  "''": '”',
  '`': '‘',
  '?`': '¿',
  '!`': '¡',
};

/** Pairs "command sign", parted by spaces: what the commands of LaTeX and its usual packages stand for. */
function pairs(list: string): Record<string, string> {
  const words = list.trim().split(/\s+/u);
  return Object.fromEntries(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : [])));
}

export const letters: Readonly<Record<string, string>> = pairs(`
  ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π
  rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π
  Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
`);

export const texts: Readonly<Record<string, string>> = {
  ...pairs(`
    textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotedbl "
    textquotesingle ' quotedblbase „ quotesinglbase ‚ guillemotleft « guillemotright » guillemetleft « guillemetright »
    guilsinglleft ‹ guilsinglright › flqq « frqq » glqq „ grqq “ lq ‘ rq ’ textbackslash \\ textasciitilde ~ textasciicircum ^
    textasciigrave \` textasciiacute ´ textless < textgreater > textbar | textbraceleft { textbraceright } textunderscore _
    textdollar $ textnumero № textellipsis … ldots … dots … textregistered ® texttrademark ™ copyright © textcopyright ©
    textdegree ° degree ° S § textsection § P ¶ textparagraph ¶ pounds £ textsterling £ euro € texteuro € EUR € textyen ¥
    textcent ¢ dag † textdagger † ddag ‡ textdaggerdbl ‡ textbullet • textperiodcentered · textexclamdown ¡
    textquestiondown ¿ textordfeminine ª textordmasculine º textmu µ times × texttimes × pm ± textpm ± div ÷
    textonehalf ½ textonequarter ¼ textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ slash /
    infty ∞ rightarrow → leftarrow ← leq ≤ geq ≥ neq ≠ approx ≈ sim ∼ cdot · circ ∘ prime ′ backslash \\ lbrace { rbrace }
    textrightarrow → textleftarrow ← TeX TeX LaTeX LaTeX BibTeX BibTeX
  `),
  quad: ' ',
  qquad: ' ',
  enspace: ' ',
  thinspace: ' ',
  space: ' ',
  newline: ' ',
  linebreak: ' ',
  par: ' ',
  textvisiblespace: ' ',
};
