import type { Draft } from './draft';

/**
 * The page of a story as one family of sites makes it. The families are real; their pages here are written by us. Stated facts
 * are those a reader could find in the page: a template without a date is not asked for one.
 */
export interface Template {
  name: string;
  language: string;
  make(draft: Draft): string;
  /** What the page does not say. */
  without?: readonly ('author' | 'date')[];
}

const template = (name: string, language: string, make: Template['make'], without?: Template['without']): Template => ({
  name,
  language,
  make,
  ...(without ? { without } : {}),
});

/** WordPress: themes differ in names, hardly in structure. */
const wordpress: Template[] = [
  template('wordpress: classic theme with sidebar', 'en', (d) =>
    d.page(
      `<div id="page"><div id="header"><h1 id="logo"><a href="/">${d.n(d.story.site)}</a></h1></div><div id="access"><ul class="menu">${d.menu()}</ul></div>
<div id="container"><div id="content" role="main"><div id="nav-above" class="navigation"><div class="nav-previous"><a href="/p">${d.n(d.story.others[0]!)}</a></div></div>
<div id="post-12" class="post-12 post type-post hentry category-world tag-ports"><h1 class="entry-title">${d.story.title}</h1><div class="entry-meta">Posted on <a href="/x" rel="bookmark"><span class="entry-date">${d.shownDate}</span></a> by <span class="author vcard"><a class="url fn n" href="/author/x">${d.by}</a></span></div>
<div class="entry-content">${d.paragraphs()}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">${d.n('Share this:')}</h3><ul><li>${d.share()}</li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>${d.n('Related')}</h3>${d.links('p')}</div></div>
<div class="entry-utility">${d.n('This entry was posted in')} <a href="/c">${d.n('World')}</a>. ${d.n('Bookmark the')} <a href="/p">${d.n('permalink')}</a>.</div></div>
<div id="comments"><h3 id="comments-title">${d.n('6 Responses to the harbour')}</h3><ol class="commentlist"><li>${d.comments()}</li></ol><div id="respond"><h3>${d.n('Leave a Reply')}</h3><form><p>${d.n('Your email address will not be published.')}</p></form></div></div></div></div>
<div id="primary" class="widget-area"><ul><li class="widget"><h3>${d.n('Recent Posts')}</h3><ul>${d.links()}</ul></li><li class="widget"><h3>${d.n('Archives')}</h3><ul>${d.menu('January February March April')}</ul></li></ul></div><div id="footer">${d.footer()}</div></div>`,
      '<meta name="generator" content="WordPress 3.1">',
    ),
  ),
  template('wordpress: block theme, Yoast graph', 'fr', (d) =>
    d.page(
      `<div class="wp-site-blocks"><header class="wp-block-template-part"><nav class="wp-block-navigation"><ul>${d.menu()}</ul></nav></header>
<main class="wp-block-group"><h1 class="wp-block-post-title">${d.story.title}</h1><div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time datetime="${d.isoTime}">${d.shownDate}</time></div><div class="wp-block-post-author-name">${d.by}</div></div>
<div class="entry-content wp-block-post-content">${d.paragraphs(0, 3)}<figure class="wp-block-image"><img src="a.jpg" alt=""><figcaption>${d.t(d.story.caption)}</figcaption></figure>${d.paragraphs(3, 5)}<blockquote class="wp-block-quote"><p>${d.t(d.story.quotation)}</p></blockquote>${d.paragraphs(5)}</div>
<div class="wp-block-group"><h2>${d.n('Articles similaires')}</h2><ul class="wp-block-post-template">${d.cards('<li class="wp-block-post">', '</li>')}</ul></div><div class="wp-block-comments">${d.comments(3)}</div></main><footer>${d.footer()}</footer></div>`,
      d.openGraph(`<meta name="twitter:label1" content="Écrit par"><meta name="twitter:data1" content="${d.by}">`) +
        d.jsonLd({
          '@graph': [
            {
              '@type': 'Article',
              '@id': '#a',
              isPartOf: { '@id': '#w' },
              author: { name: d.story.authors[0], '@id': '#p' },
              headline: d.story.title,
              datePublished: d.isoTime,
            },
            { '@type': 'WebPage', '@id': '#w', name: `${d.story.title} - ${d.story.site}`, isPartOf: { '@id': '#s' } },
            { '@type': 'WebSite', '@id': '#s', name: d.story.site },
            { '@type': 'Person', '@id': '#p', name: d.story.authors[0] },
          ],
        }),
    ),
  ),
  template('wordpress: magazine theme, news boxes inside the text', 'tr', (d) =>
    d.page(
      `<div class="td-theme-wrap"><div class="td-header-menu-wrap"><ul class="sf-menu">${d.menu('Gündem Dünya Ekonomi Spor Kültür')}</ul></div><div class="td-crumb-container"><a href="/">${d.n('Anasayfa')}</a> <a href="/d">${d.n('Dünya')}</a></div>
<article class="post type-post"><div class="td-post-header"><ul class="td-category"><li><a href="/d">${d.n('Dünya')}</a></li></ul><h1 class="entry-title">${d.story.title}</h1><div class="td-module-meta-info"><div class="td-post-author-name"><div class="td-author-by">Yazan</div> <a href="/a">${d.by}</a></div><span class="td-post-date"><time class="entry-date" datetime="${d.isoTime}">${d.shownDate}</time></span></div></div>
<div class="td-post-sharing">${d.share()}</div><div class="td-post-content tagdiv-type"><p><strong>${d.t(d.story.subtitle)}</strong></p>${d.paragraphs(0, 2)}<div class="td-a-rec td-a-rec-id-content_inline"><span class="td-adspot-title">${d.n('- Reklam -')}</span></div>${d.paragraphs(2, 5)}
<div class="ilgili-haber"><span>${d.n('İlgili Haberler')}</span><ul>${d.links('li', 2)}</ul></div>${d.paragraphs(5)}</div><footer><div class="td-post-source-tags"><ul class="td-tags"><li><span>${d.n('ETİKETLER')}</span></li><li><a href="/t">${d.n('liman')}</a></li></ul></div><div class="td-post-next-prev"><span>${d.n('Önceki İçerik')}</span><a href="/n">${d.n(d.story.others[1]!)}</a></div></footer></article>
<div class="td-pb-span4 td-main-sidebar"><h4 class="block-title">${d.n('SON HABERLER')}</h4>${d.cards('<div class="td_module_6">', '</div>')}</div><div class="td-footer-wrapper">${d.footer()}</div></div>`,
      d.openGraph(`<meta property="article:published_time" content="${d.isoTime}">`),
    ),
  ),
  template('wordpress: hand-made theme without names', 'ru', (d) =>
    d.page(
      `<div><div><a href="/">${d.n(d.story.site)}</a></div><div><a href="/1">${d.n('Главная')}</a> | <a href="/2">${d.n('Политика')}</a> | <a href="/3">${d.n('Экономика')}</a> | <a href="/4">${d.n('Мир')}</a></div><div><div><h1>${d.story.title}</h1><div>${d.shownDate}</div><div>Автор: ${d.by}</div>${d.paragraphs()}<div>${d.n('Читайте также:')}</div><div>${d.links('p')}</div></div><div><div>${d.n('Популярное')}</div>${d.links('div')}</div></div><div>${d.footer()}</div></div>`,
    ),
  ),
];

/** Publishing systems of large newspapers. */
const newspapers: Template[] = [
  template('Arc XP', 'en', (d) =>
    d.page(
      `<div id="fusion-app" class="fusion-app"><div class="c-stack b-header-nav-chain-block"><nav class="b-header-nav-chain__sections"><ul>${d.menu()}</ul></nav></div><section class="b-right-rail"><header class="c-stack"><nav class="b-breadcrumbs"><ol><li><a href="/w">${d.n('World')}</a></li></ol></nav><h1 class="b-headline">${d.story.title}</h1><h2 class="b-subheadline">${d.t(d.story.subtitle)}</h2></header>
<div class="b-right-rail__main-right-rail"><div class="b-byline">By <a href="/author/a">${d.by}</a></div><time as="time" class="c-date b-date" datetime="${d.isoTime}">${d.shownDate}</time><div class="b-share-bar">${d.share()}</div>
<article class="b-article-body">${d.paragraphs(0, 3, 'p', ' class="c-paragraph"')}<div class="c-ad-unit"><span>${d.n('Advertisement')}</span></div><p class="c-paragraph"><b>${d.n('Read more:')}</b> <a href="/news/9">${d.n(d.story.others[2]!)}</a></p>${d.paragraphs(3, 6, 'p', ' class="c-paragraph"')}<h2 class="c-heading">${d.story.headings[0]}</h2>${d.paragraphs(6, 9, 'p', ' class="c-paragraph"')}<div class="newsletter-sign-up">${d.newsletter()}</div></article><div class="b-author-bio"><h2>${d.by}</h2></div></div><aside class="b-right-rail__rail-right-rail"><h3>${d.n('Most Read')}</h3><ol>${d.links()}</ol></aside></section><footer class="b-footer">${d.footer()}</footer></div>`,
      d.openGraph() + d.newsArticle(),
    ),
  ),
  template('React page with data attributes and hashed classes', 'en', (d) =>
    d.page(
      `<div id="__next"><header role="banner" class="ssrcss-1q0x1qg-Banner"><nav aria-label="BNC"><ul>${d.menu()}</ul></nav></header><main id="main-content"><article class="ssrcss-pv1rh6-ArticleWrapper"><header class="ssrcss-1eqcsb1-HeadingWrapper"><h1 id="main-heading" tabindex="-1" class="ssrcss-1pl2zfy">${d.story.title}</h1></header>
<div data-component="byline-block" class="ssrcss-h3c0s8"><div class="ssrcss-68pt20-Text-TextContributorName">${d.by}</div><div class="ssrcss-84ltp5">Harbour correspondent</div></div><div data-component="metadata-block"><time data-testid="timestamp" datetime="${d.isoTime}">${d.shownDate}</time><div class="ssrcss-share" data-testid="share-tools"><button>${d.n('Share')}</button></div></div>
${d.story.paragraphs.map((text, index) => `<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49"><p class="ssrcss-1q0x1qg-Paragraph">${d.t(text)}</p></div></div>${index === 3 ? `<div data-component="links-block" class="ssrcss-8kspbv"><ul role="list">${d.links('li', 3)}</ul></div>` : ''}${index === 5 ? `<div data-component="image-block"><figure><img src="x" alt="Grey ships wait off a stone mole"><figcaption>${d.t(d.story.caption)}</figcaption></figure></div>` : ''}`).join('')}
<div data-component="topic-list"><h2>${d.n('More on this story')}</h2><ul>${d.links()}</ul></div></article><section aria-label="Related Topics"><ul><li><a href="/t">${d.n('Shipping')}</a></li></ul></section><section data-e2e="top-stories"><h2>${d.n('Top Stories')}</h2><ul>${d.links()}</ul></section></main><footer role="contentinfo">${d.footer()}</footer></div>`,
      d.openGraph() + d.newsArticle({ author: { '@type': 'Organization', name: d.story.site } }),
    ),
  ),
  template('Drupal newsroom', 'de', (d) =>
    d.page(
      `<div class="dialog-off-canvas-main-canvas"><header role="banner"><nav role="navigation" class="block block-menu">${`<ul class="menu">${d.menu('Politik Wirtschaft Sport Kultur')}</ul>`}</nav></header><main role="main"><div class="region region-content"><article role="article" about="/x" class="node node--type-article node--view-mode-full"><h1><span class="field field--name-title">${d.story.title}</span></h1><div class="node__meta"><span>Von ${d.by}</span>, <span class="field--name-created">${d.dotted} - 09:30</span></div>
<div class="node__content"><div class="field field--name-field-teaser"><p>${d.t(d.story.subtitle)}</p></div><div class="clearfix text-formatted field field--name-body field__item">${d.paragraphs(0, 4)}<h2>${d.story.headings[0]}</h2>${d.paragraphs(4)}</div><div class="field field--name-field-tags"><div class="field__label">${d.n('Schlagwörter')}</div><div class="field__items"><a href="/t">${d.n('Häfen')}</a> <a href="/u">${d.n('Handel')}</a></div></div></div></article>
<div class="views-element-container block"><h2>${d.n('Mehr zum Thema')}</h2><div class="view-content">${d.cards('<div class="views-row">', '</div>')}</div></div></div></main><footer>${d.footer()}</footer></div>`,
      d.openGraph(),
    ),
  ),
  template('live page with posts', 'en', (d) =>
    d.page(
      `<div class="app"><header><nav><ul>${d.menu()}</ul></nav></header><main><header class="live-header"><span>${d.n('Live')}</span><h1>${d.story.title}</h1><p class="standfirst">${d.t(d.story.subtitle)}</p><div class="byline">By ${d.by}</div><time datetime="${d.isoTime}">${d.shownDate}</time></header><section class="key-points"><h2>Key points</h2><ul>${d.story.items.map((text) => `<li>${d.t(text)}</li>`).join('')}</ul></section>
<div class="posts" role="feed">${d.story.paragraphs.map((text, index) => `<article id="p${index}" class="live-post"><a href="#p${index}"><time>1${index}:05</time></a><h3>${d.t(`Update from the mole, number ${index + 1}`)}</h3><p>${d.t(text)}</p><div class="post-share"><button>${d.n('Share')}</button></div></article>`).join('')}</div></main><aside><h2>${d.n('Most viewed')}</h2><ol>${d.links()}</ol></aside><footer>${d.footer()}</footer></div>`,
      d.openGraph() + d.newsArticle({ '@type': 'LiveBlogPosting' }),
    ),
  ),
  template('endless page with a second story below', 'es', (d) =>
    d.page(
      `<header><nav><ul>${d.menu('Política Mundo Economía Deportes')}</ul></nav></header><main><article class="story" data-url="/a"><h1 class="story-title">${d.story.title}</h1><h2 class="story-lead">${d.t(d.story.subtitle)}</h2><div class="story-meta"><a rel="author" href="/a">${d.by}</a> <time datetime="${d.isoTime}">${d.shownDate}</time></div><div class="story-body">${d.paragraphs()}</div></article>
<article class="story" data-url="/b"><h1 class="story-title">${d.n(d.story.others[0]!)}</h1><div class="story-meta"><a rel="author" href="/b">${d.n('Julia Otra')}</a> <time datetime="2020-01-01">${d.n('1 de enero de 2020')}</time></div><div class="story-body">${Array.from({ length: 6 }, (_, index) => `<p>${d.n(`Otra noticia, párrafo ${index + 1}, que cuenta con mucho detalle lo que pasó en otra ciudad y en otro puerto muy lejano.`)}</p>`).join('')}</div></article></main><footer>${d.footer()}</footer>`,
      d.openGraph() + d.newsArticle(),
    ),
  ),
  template('paywall with the text for search engines', 'en', (d) => {
    const text = d.story.paragraphs.map((paragraph) => d.t(paragraph) && paragraph);
    return d.page(
      `<header><nav><ul>${d.menu()}</ul></nav></header><article><h1>${d.story.title}</h1><p class="byline">By ${d.by}</p><p>${text[0]}</p></article><div class="paywall"><h3>${d.n('Keep reading for one coin a month')}</h3><p>${d.n('Subscribe to unlock this article and everything else we write.')}</p></div><footer>${d.footer()}</footer>`,
      d.openGraph() + d.newsArticle({ articleBody: text.join('\n\n'), isAccessibleForFree: false }),
    );
  }),
  template('AMP', 'en', (d) =>
    d.page(
      `<amp-sidebar id="sidebar"><ul>${d.menu()}</ul></amp-sidebar><header class="amp-header"><a href="/">${d.n(d.story.site)}</a></header><main><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${d.story.title}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">${d.by}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="${d.isoTime}">${d.n('2 years ago')}</time></div></header><div class="amp-wp-article-content">${d.paragraphs(0, 4)}<amp-ad width="300"></amp-ad><amp-img alt="The mole of the harbour at dawn"></amp-img>${d.paragraphs(4)}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-tag">${d.n('Tags:')} <a href="/t">${d.n('ports')}</a></div></footer></article></main><footer class="amp-wp-footer">${d.footer()}</footer>`,
      d.newsArticle(),
      ' amp',
    ),
  ),
  template('video page with a transcript', 'en', (d) =>
    d.page(
      `<header><nav><ul>${d.menu()}</ul></nav></header><main><h1>${d.story.title}</h1><div class="player"><video src="v.mp4"></video><div class="player-controls"><button>${d.n('Play')}</button><span>${d.n('00:00 / 03:12')}</span></div></div><p class="published">${d.shownDate}</p><p class="byline">Reported by ${d.by}</p><p>${d.t(d.story.subtitle)}</p><details open class="transcript"><summary>Transcript</summary>${d.paragraphs()}</details><section class="playlist"><h2>${d.n('Up next')}</h2><ul>${d.links()}</ul></section></main><footer>${d.footer()}</footer>`,
    ),
  ),
  template('tabloid with teasers between paragraphs', 'de', (d) =>
    d.page(
      `<div class="sticky"><ul class="topnav">${d.menu('News Politik Promis Sport')}</ul></div><div class="page"><div class="kicker">${d.n('Hafenstreit')}</div><h1>${d.story.title}</h1><div class="authors"><span class="author__name">${d.by}</span></div><div class="datetime">${d.dotted} - 09:30 Uhr</div>${d.story.paragraphs.map((text, index) => `<div class="txt"><p>${d.t(text)}</p></div>${index % 3 === 1 ? `<a class="tsr" href="/n${index}"><img alt=""><div><span>${d.n('Auch interessant')}</span><h3>${d.n(d.story.others[index % 4]!)}</h3></div></a>` : ''}`).join('')}<div class="outbrain" id="outbrain_widget"><a href="//x">${d.n('Dieser Trick spart Ihnen ein Vermögen')}</a></div></div><div class="ftr">${d.footer()}</div>`,
      d.openGraph(),
    ),
  ),
  template('magazine with a drop cap, pull quotes and a box', 'en', (d) =>
    d.page(
      `<header class="site-header"><nav><ul>${d.menu()}</ul></nav></header><div class="hero"><h1>${d.story.title}</h1><p class="dek">${d.t(d.story.subtitle)}</p><p class="credit">Words by ${d.by}</p></div><div class="body">${d.paragraphs(0, 2, 'p', ' class="has-dropcap"')}<aside class="pullquote"><p>${d.story.paragraphs[3]!.split('. ')[0]!.replaceAll('&', '&amp;')}</p></aside>${d.paragraphs(2, 5)}<aside class="explainer"><h4>What is the mole?</h4><p>${d.t('The mole is a wall of stone that keeps the sea out of the inner harbour; it was built by prisoners and mended by nobody since, and the whole town lives behind it.')}</p></aside><hr>${d.paragraphs(5)}</div><section class="promo"><h3>${d.n('Subscribe to the magazine')}</h3><a href="/s">${d.n('Six issues for the price of five')}</a></section><footer>${d.footer()}</footer>`,
      d.openGraph(`<meta name="pubdate" content="${d.iso.replaceAll('-', '')}">`),
    ),
  ),
];

/** Blogs and letters. */
const blogs: Template[] = [
  template('Ghost', 'en', (d) =>
    d.page(
      `<div class="gh-viewport"><header id="gh-head" class="gh-head"><nav><ul class="nav">${d.menu('Home About Archive')}</ul></nav></header><main class="gh-main"><article class="gh-article post"><header class="gh-article-header gh-canvas"><span class="gh-article-tag"><a href="/t">${d.n('Ports')}</a></span><h1 class="gh-article-title">${d.story.title}</h1><p class="gh-article-excerpt">${d.t(d.story.subtitle)}</p><div class="gh-article-meta"><h4 class="gh-article-author-name"><a href="/author/a">${d.by}</a></h4><div class="gh-article-meta-content"><time class="gh-article-meta-date" datetime="${d.iso}">${d.shownDate}</time> <span>${d.n('6 min read')}</span></div></div></header><section class="gh-content gh-canvas">${d.paragraphs(0, 4)}<div class="kg-card kg-callout-card"><div>${d.t(d.story.quotation)}</div></div>${d.paragraphs(4)}<div class="kg-card kg-signup-card">${d.newsletter()}</div></section></article><div class="gh-comments">${d.comments(2)}</div><aside class="gh-read-more"><h3>${d.n('You might also like')}</h3>${d.cards('<article class="gh-card post">', '</article>')}</aside></main><footer class="gh-foot">${d.footer()}</footer></div>`,
      `<meta name="generator" content="Ghost 5.80">${d.openGraph(`<meta property="article:published_time" content="${d.iso}T00:00:00.000Z">`)}`,
    ),
  ),
  template('Substack', 'en', (d) =>
    d.page(
      `<div id="entry"><div class="main-menu"><a href="/">${d.n(d.story.site)}</a><button>${d.n('Subscribe')}</button><button>${d.n('Sign in')}</button></div><div class="single-post-container"><div class="single-post"><article class="typography newsletter-post post"><div class="post-header" role="region" aria-label="Post header"><h1 dir="auto" class="post-title published">${d.story.title}</h1><h3 dir="auto" class="subtitle">${d.t(d.story.subtitle)}</h3><div class="byline-wrapper"><div class="profile-hover-card-target"><a href="https://substack.example/@x">${d.by}</a></div><div class="pencraft">${d.shownDate}</div><div class="post-ufi"><a href="/c">${d.n('12')}</a><button>${d.n('Share')}</button></div></div></div>
<div class="available-content"><div dir="auto" class="body markup">${d.paragraphs(0, 3)}<div class="subscription-widget-wrap"><div class="preamble"><p>${d.n('This letter lives from its readers. To get new posts, become a free or paying subscriber.')}</p></div><form><input><button>${d.n('Subscribe now')}</button></form></div><h2 class="header-anchor-post">${d.story.headings[0]}<div class="header-anchor-parent"><a href="#a"></a></div></h2>${d.paragraphs(3)}<p>${d.t('The register is not public, but a copy of it was sent to us in the spring.')}<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a><div class="footnote-content"><p>${d.t('It has four hundred pages, of which the last ten are missing from our copy.')}</p></div></div></div></div></article></div><div class="single-post-section comments-section"><h4>${d.n('Discussion about this post')}</h4>${d.comments(3)}</div><div class="portable-archive">${d.cards('<div class="post-preview">', '</div>')}</div></div><div class="footer-wrap">${d.footer()}</div></div>`,
      d.openGraph() + d.newsArticle(),
    ),
  ),
  template('Medium', 'en', (d) =>
    d.page(
      `<div id="root"><div class="a b c"><div class="d e"><a href="/">${d.n('Open in app')}</a><a href="/s">${d.n('Sign up')}</a><a href="/i">${d.n('Sign in')}</a></div></div><article><div class="l"><section><div class="ab cb"><h1 data-testid="storyTitle" class="pw-post-title">${d.story.title}</h1><h2 class="pw-subtitle-paragraph">${d.t(d.story.subtitle)}</h2><div class="ab"><a data-testid="authorName" href="/@x" rel="noopener follow">${d.by}</a><span>·</span><span><a href="/f">${d.n('Follow')}</a></span><div><span data-testid="storyReadTime">${d.n('7 min read')}</span><span data-testid="storyPublishDate">${d.shownDate}</span></div></div><div><button>${d.n('Listen')}</button><button>${d.n('Share')}</button></div>${d.paragraphs(0, 5, 'p', ' class="pw-post-body-paragraph nf ng"')}<blockquote class="no">${d.t(d.story.quotation)}</blockquote>${d.paragraphs(5, 9, 'p', ' class="pw-post-body-paragraph nf ng"')}</div></section></div></article><div class="tags"><a href="/tag/a">${d.n('Ports')}</a><a href="/tag/b">${d.n('History')}</a><a href="/tag/c">${d.n('Shipping')}</a></div><div class="responses"><h2>${d.n('Responses (4)')}</h2>${d.comments(4)}</div><div class="mj"><h2>${d.n(`More from ${d.story.authors[0]}`)}</h2>${d.cards('<div class="card">', '</div>', 4)}</div></div>`,
      d.openGraph(
        `<meta property="article:published_time" content="${d.isoTime}"><meta name="author" content="${d.by}">`,
      ),
    ),
  ),
  template('Blogger', 'es', (d) =>
    d.page(
      `<div class="content"><div class="header-outer"><div class="header section"><p class="title"><a href="/">${d.n(d.story.site)}</a></p></div></div><div class="main-outer"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1"><div class="blog-posts hfeed"><h2 class="date-header"><span>${d.shownDate}</span></h2><div class="date-posts"><div class="post-outer"><div class="post hentry" itemprop="blogPost" itemscope><h3 class="post-title entry-title" itemprop="name">${d.story.title}</h3><div class="post-body entry-content" itemprop="description articleBody">${d.story.paragraphs.map((text) => d.t(text)).join('<br><br>')}</div><div class="post-footer"><div class="post-footer-line"><span class="post-author vcard">Publicado por <span class="fn" itemprop="author"><a href="/p" rel="author"><span itemprop="name">${d.by}</span></a></span></span> <span class="post-timestamp">en <a class="timestamp-link" href="/x"><abbr class="published" itemprop="datePublished" title="${d.isoTime}">9:30</abbr></a></span></div></div></div><div class="comments" id="comments"><h4>${d.n('2 comentarios:')}</h4>${d.comments(2)}</div></div></div></div></div></div></div><div class="column-right-outer"><aside><div class="widget PopularPosts"><h2>${d.n('Entradas populares')}</h2><ul>${d.links()}</ul></div></aside></div></div></div>`,
      '<meta name="generator" content="blogger">',
    ),
  ),
  template('Squarespace', 'en', (d) =>
    d.page(
      `<div id="siteWrapper"><header id="header"><nav class="header-nav-list">${d.share('Home Writing About')}</nav></header><main id="page"><article class="sections"><section class="page-section"><div class="blog-item-wrapper"><div class="blog-item-top-wrapper"><div class="blog-item-title"><h1 class="entry-title" itemprop="headline">${d.story.title}</h1></div><div class="blog-item-meta-wrapper"><span class="blog-item-author-date-wrapper"><span class="blog-author-name">${d.by}</span> <time class="dt-published blog-meta-item--date" datetime="${d.iso}">${d.shownDate}</time></span></div></div><div class="blog-item-content e-content"><div class="sqs-layout"><div class="row sqs-row"><div class="sqs-block html-block"><div class="sqs-block-content">${d.paragraphs(0, 4)}</div></div><div class="sqs-block image-block"><figure><img alt=""><figcaption><p>${d.t(d.story.caption)}</p></figcaption></figure></div><div class="sqs-block html-block"><div class="sqs-block-content">${d.paragraphs(4)}</div></div></div></div></div></div></section><section id="itemPagination"><a href="/p"><div>${d.n('Previous')}</div><h2>${d.n(d.story.others[0]!)}</h2></a><a href="/n"><div>${d.n('Next')}</div><h2>${d.n(d.story.others[1]!)}</h2></a></section></article></main><footer>${d.footer()}</footer></div>`,
      '<meta itemprop="datePublished" content="2024">',
    ),
  ),
  template('static site generator', 'en', (d) =>
    d.page(
      `<header class="site-header"><a class="site-title" href="/">${d.n(d.story.site)}</a><nav class="site-nav">${d.share('About Archive Feed')}</nav></header><main class="page-content"><article class="post h-entry" itemscope itemtype="http://schema.org/BlogPosting"><header class="post-header"><h1 class="post-title p-name" itemprop="name headline">${d.story.title}</h1><p class="post-meta"><time class="dt-published" datetime="${d.isoTime}" itemprop="datePublished">${d.shownDate}</time> • <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span class="p-author h-card" itemprop="name">${d.by}</span></span></p></header><div class="post-content e-content" itemprop="articleBody">${d.paragraphs(0, 4)}<ol>${d.story.items.map((text) => `<li>${d.t(text)}</li>`).join('')}</ol><dl><dt>Mole</dt><dd>${d.t('A wall of stone that keeps the sea out of the inner harbour.')}</dd></dl>${d.paragraphs(4)}</div></article></main><footer class="site-footer h-card">${d.footer()}</footer>`,
    ),
  ),
  template('old blog on h-atom', 'fr', (d) =>
    d.page(
      `<div id="wrap"><div id="banner"><h1><a href="/">${d.n(d.story.site)}</a></h1></div><div id="center"><div class="hentry"><h2 class="entry-title">${d.story.title}</h2><p class="postinfo">Par <span class="author vcard"><span class="fn">${d.by}</span></span> le <abbr class="published" title="${d.isoTime}">${d.shownDate}</abbr></p><div class="entry-content">${d.paragraphs()}</div></div><h3>${d.n('Commentaires')}</h3><dl>${d.comments(3)}</dl></div><div id="sidebar"><h2>${d.n('Liens')}</h2><ul>${d.links()}</ul></div></div>`,
    ),
  ),
];

/** Ministries, institutes, journals, encyclopaedias. */
const institutions: Template[] = [
  template(
    'ministry on Drupal',
    'en',
    (d) =>
      d.page(
        `<a href="#main" class="visually-hidden focusable skip-link">${d.n('Skip to main content')}</a><header class="usa-header"><p>${d.n('An official website of the Republic of Velia')}</p><nav class="usa-nav"><ul>${d.menu('Ministry Minister Press Services Contact')}</ul></nav></header><main id="main"><nav class="breadcrumb"><ol><li><a href="/">${d.n('Home')}</a></li><li><a href="/press">${d.n('Press')}</a></li></ol></nav><h1 class="page-title">${d.story.title}</h1><div class="field--name-field-date">${d.shownDate}</div><div class="node__content"><p><strong>${d.t(d.story.subtitle)}</strong></p>${d.paragraphs()}<h3>Documents</h3><ul><li><a href="/files/a.pdf">The order of the harbour master (PDF)</a></li></ul></div><div class="block-share">${d.n('Share this page')} ${d.share()}</div></main><footer>${d.footer()}</footer>`,
        `<meta name="dcterms.creator" content="Ministry of Ports of Velia"><meta name="dcterms.issued" content="${d.iso}"><meta name="dcterms.title" content="${d.story.title}">`,
      ),
    ['author'],
  ),
  template('think tank', 'en', (d) =>
    d.page(
      `<header class="masthead"><nav class="main-nav"><ul>${d.menu('Experts Regions Topics Publications Events')}</ul></nav></header><div class="publication-header"><div class="publication-type">${d.n('Commentary')}</div><h1>${d.story.title}</h1><p class="summary">${d.t(d.story.subtitle)}</p><ul class="authors">${d.story.authors.map((name) => `<li class="author"><a href="/experts/x">${name}</a></li>`).join('')}</ul><p class="date">Published on ${d.shownDate}</p></div><div class="publication-body"><div class="toc"><h4>${d.n('Contents')}</h4><ul><li><a href="#1">${d.n('Introduction')}</a></li></ul></div><div class="rich-text">${d.paragraphs(0, 5)}<h2>${d.story.headings[0]}</h2>${d.paragraphs(5)}<h2>Notes</h2><ol class="footnotes"><li id="fn1">${d.t('Register of the port of Tarsk, volume nine, which may be read on the spot only.')}</li></ol></div><aside class="related-content"><h3>${d.n('Related reading')}</h3>${d.cards('<div class="teaser">', '</div>')}</aside></div><div class="disclaimer"></div><footer>${d.footer()}</footer>`,
      d.openGraph(),
    ),
  ),
  template('journal with library tags', 'en', (d) =>
    d.page(
      `<header><nav><ul>${d.menu('Journals Books Browse')}</ul></nav></header><main><article><h1 class="citation__title">${d.story.title}</h1><div class="loa">${d.by}</div><section class="abstract"><h2>Abstract</h2><p>${d.t(d.story.subtitle)}</p></section><section class="article-section__full">${d.paragraphs(0, 4)}<h2>${d.story.headings[0]}</h2>${d.paragraphs(4)}<table><caption>Table 1. Ships turned back</caption><tr><th>Port</th><th>Ships</th></tr><tr><td>Tarsk</td><td>41</td></tr></table></section><section class="references"><h2>References</h2><ol><li>Maron L. Harbours and their masters. Tarsk: Mole Press; 2019.</li></ol></section></article></main><aside><h3>${d.n('Recommended')}</h3><ul>${d.links()}</ul></aside><footer>${d.footer()}</footer>`,
      `<meta name="citation_title" content="${d.story.title}"><meta name="citation_journal_title" content="Bay Studies"><meta name="citation_publication_date" content="${d.iso.replaceAll('-', '/')}">${d.story.authors.map((name) => `<meta name="citation_author" content="${name}">`).join('')}`,
    ),
  ),
  template(
    'encyclopaedia on MediaWiki',
    'en',
    (d) =>
      d.page(
        `<div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><div id="siteNotice">${d.n('Help us count the lighthouses')}</div><h1 id="firstHeading" class="firstHeading">${d.story.title}</h1><div id="bodyContent"><div id="siteSub">${d.n('From Velipedia, the free encyclopaedia')}</div><div id="jump-to-nav" class="mw-jump"><a href="#n">${d.n('Jump to navigation')}</a></div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tr><th>Date</th><td>Spring</td></tr></table>${d.paragraphs(0, 2)}<div id="toc" class="toc"><h2>${d.n('Contents')}</h2><ul><li><a href="#A">${d.n('1 Background')}</a></li></ul></div><h2><span class="mw-headline" id="A">Background</span><span class="mw-editsection">[<a href="/e">${d.n('edit')}</a>]</span></h2>${d.paragraphs(2)}<h2><span class="mw-headline">References</span></h2><ol class="references"><li id="cite_note-1"><span class="reference-text">${d.t('Register of the port of Tarsk, volume nine, read in the archive of the mole.')}</span></li></ol><table class="navbox"><tr><td><a href="/a">${d.n('Ports of Velia')}</a> • <a href="/b">${d.n('Straits')}</a></td></tr></table></div></div><div id="catlinks" class="catlinks">${d.n('Categories:')} <a href="/c">${d.n('Ports')}</a></div></div></div><div id="mw-navigation"><h2>${d.n('Navigation menu')}</h2><ul>${d.menu('Talk Contributions Article Edit History')}</ul></div><div id="footer" role="contentinfo"><ul><li>${d.n('This page was last edited on 1 January 2033.')}</li></ul></div>`,
      ),
    ['author', 'date'],
  ),
  template('international organisation, print version', 'fr', (d) =>
    d.page(
      `<div class="print"><div class="logo">${d.n(d.story.site)}</div><h1>${d.story.title}</h1><p>Publié le ${d.shownDate}</p><p>Par ${d.by}</p><hr>${d.paragraphs()}<hr><p class="print-footer">${d.n('© Organisation de la Baie')}</p></div>`,
    ),
  ),
  template('university page', 'de', (d) =>
    d.page(
      `<div id="tophead"><a href="/">${d.n('Universität an der Bucht')}</a></div><div id="mainnav"><ul>${d.menu('Studium Forschung Universität')}</ul></div><div id="leftnav"><ul>${d.menu('Aktuelles Archiv Presse')}</ul></div><div id="inhalt"><h1>${d.story.title}</h1><p class="datum">${d.shownDate}</p><p class="autor">Von ${d.by}</p>${d.paragraphs()}<p><a href="/zurueck">${d.n('Zurück zur Übersicht')}</a></p></div><div id="fuss">${d.footer()}</div>`,
    ),
  ),
  template('report on one long page', 'en', (d) =>
    d.page(
      `<nav class="side-nav"><ul><li><a href="#a">${d.n('Summary')}</a></li><li><a href="#b">${d.n('To the findings')}</a></li></ul></nav><div class="report"><section id="a" class="chapter"><h1>${d.story.title}</h1><p class="meta">${d.by} | ${d.shownDate}</p>${d.paragraphs(0, 3)}</section><section id="b" class="chapter"><h2>Findings</h2>${d.paragraphs(3, 6)}</section><section id="c" class="chapter"><h2>What to do</h2>${d.paragraphs(6)}</section></div><footer>${d.footer()}</footer>`,
    ),
  ),
];

/** Agencies and newspapers of the countries that sources most often come from. */
const worldwide: Template[] = [
  template('wire agency', 'en', (d) =>
    d.page(
      `<div class="Page-header"><nav><ul>${d.menu()}</ul></nav></div><div class="Page-content"><main class="Page-main"><h1 class="Page-headline">${d.story.title}</h1><div class="Page-byline"><div class="Page-authors">By <a class="Link" href="/author/x">${d.by}</a></div><div class="Page-dateModified"><span data-date="">Updated 9:30 AM CET, January 1, 2033</span></div></div><div class="RichTextStoryBody RichTextBody"><p>TARSK, Velia (BNA) — ${d.t(d.story.paragraphs[0]!)}</p>${d.paragraphs(1, 4)}<div class="PageListEnhancementGeneric"><h2>${d.n('RELATED COVERAGE')}</h2><ul>${d.links('li', 2)}</ul></div>${d.paragraphs(4)}<p>___</p><p>${d.t('Omar Reyes contributed to this report from Ostrava Bay.')}</p></div></main></div><footer>${d.footer()}</footer>`,
      d.openGraph() + d.newsArticle(),
    ),
  ),
  template(
    'Russian news site',
    'ru',
    (d) =>
      d.page(
        `<div class="header"><ul class="header__nav">${d.menu('Новости Политика Общество Экономика')}</ul></div><div class="layout-article__main"><div class="article__info"><div class="article__info-date"><a href="/20310418/">09:30 ${d.dotted}</a></div></div><h1 class="article__title">${d.story.title}</h1><h2 class="article__second-title">${d.t(d.story.subtitle)}</h2><div class="article__announce-text">${d.n('© Фото агентства')}</div><div class="article__body">${d.story.paragraphs.map((text, index) => `<div class="article__block" data-type="text"><div class="article__text">${d.t(text)}</div></div>${index === 3 ? `<div class="article__block" data-type="article"><div class="article__article-desc"><a href="/n"><span>${d.n(d.story.others[0]!)}</span></a><div>${d.n('12 апреля, 10:00')}</div></div></div>` : ''}`).join('')}</div><div class="article__tags">${d.share('Мир Порты Тарск')}</div></div><div class="lenta"><h3>${d.n('Лента новостей')}</h3>${d.links('div', 4, ' class="lenta__item"')}</div><div class="footer">${d.footer()}</div>`,
        d.openGraph(),
      ),
    ['author'],
  ),
  template('Russian agency with microdata', 'ru', (d) =>
    d.page(
      `<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="${d.isoTime}"><meta itemprop="author" content="${d.by}"><nav>${d.share('Политика Бизнес Технологии')}</nav><article><header><time>${d.shownDate}, 09:30</time><h1 itemprop="headline">${d.story.title}</h1></header><div itemprop="articleBody">${d.paragraphs(0, 5)}<div class="textML"><p>${d.n('ИНТЕРЕСНОЕ:')} <a href="/i">${d.n(d.story.others[1]!)}</a></p></div>${d.paragraphs(5)}</div></article><section class="also"><h2>${d.n('Читайте также')}</h2><ul>${d.links()}</ul></section></div>`,
    ),
  ),
  template('Turkish newspaper', 'tr', (d) =>
    d.page(
      `<header><nav class="nav"><ul>${d.menu('GÜNDEM DÜNYA EKONOMİ SPOR')}</ul></nav></header><div class="news-detail"><div class="breadcrumb"><a href="/">${d.n('Anasayfa')}</a> / <a href="/d">${d.n('Dünya Haberleri')}</a></div><h1 class="news-detail-title">${d.story.title}</h1><h2 class="news-detail-spot">${d.t(d.story.subtitle)}</h2><div class="news-detail-info"><span class="editor">${d.by}</span><span>Oluşturulma Tarihi: ${d.shownDate} 09:30</span> <span>Son Güncelleme: 1 Ocak 2033 10:00</span></div><div class="share-box">${d.share()}</div><div class="news-content">${d.paragraphs(0, 4)}<div class="haber-ici"><a href="/x"><strong>${d.n('BUNU DA OKUYUN')}</strong> <span>${d.n(d.story.others[0]!)}</span></a></div>${d.paragraphs(4)}</div><div class="news-tags"><span>${d.n('Etiketler:')}</span> <a href="/e">${d.n('#liman')}</a></div></div><div class="cok-okunanlar"><h3>${d.n('ÇOK OKUNANLAR')}</h3><ul>${d.links()}</ul></div><footer>${d.footer()}</footer>`,
    ),
  ),
  template(
    'Azerbaijani portal',
    'az',
    (d) =>
      d.page(
        `<div class="top"><ul class="menu">${d.menu('Siyasət İqtisadiyyat Dünya İdman')}</ul></div><div class="container"><div class="col-8"><div class="news"><h1>${d.story.title}</h1><div class="news-info"><span class="date">${d.shownDate}, 09:30</span> <span class="views">${d.n('1204 dəfə oxunub')}</span></div><div class="news-text">${d.paragraphs()}<p><b>${d.by}</b></p></div><div class="paylas">${d.n('Paylaş:')} ${d.share()}</div><h3>${d.n('Oxşar xəbərlər')}</h3><div class="row">${d.cards('<div class="col-4">', '</div>')}</div></div></div><div class="col-4"><div class="xeber-lenti"><h4>${d.n('Xəbər lenti')}</h4><ul>${d.links()}</ul></div></div></div><div class="alt">${d.footer()}</div>`,
        d.openGraph(),
      ),
    ['author'],
  ),
  template(
    'Azerbaijani agency in tables',
    'az',
    (d) =>
      d.page(
        `<table width="1000" align="center"><tr><td colspan="2"><a href="/">${d.n(d.story.site)}</a></td></tr><tr><td width="200" valign="top"><table><tr><td><a href="/1">${d.n('Siyasət')}</a></td></tr><tr><td><a href="/2">${d.n('Dünya')}</a></td></tr><tr><td><a href="/3">${d.n('Mədəniyyət')}</a></td></tr></table></td><td valign="top"><font size="5"><b>${d.story.title}</b></font><br>${d.dotted} 09:30<br><br>${d.story.paragraphs.map((text) => d.t(text)).join('<br><br>\n')}</td></tr><tr><td colspan="2" align="center"><font size="1">${d.n('Bütün hüquqlar qorunur.')}</font></td></tr></table>`,
      ),
    ['author'],
  ),
  template(
    'Persian agency',
    'fa',
    (d) =>
      d.page(
        `<header id="masthead"><ul class="nav">${d.menu('سیاست جهان اقتصاد فرهنگ')}</ul></header><main><article id="item" class="item"><div class="item-header"><div class="item-nav"><ul><li>تاریخ انتشار: ${d.shownDate} - ۰۹:۳۰</li><li>${d.n('کد خبر: ۸۴۱۲۰۰')}</li></ul></div><h1 class="first-title">${d.story.title}</h1></div><p class="summary introtext">${d.t(d.story.subtitle)}</p><div class="item-body"><div class="item-text" itemprop="articleBody">${d.paragraphs()}</div></div><div class="item-share">${d.share()}</div></article><section class="box related"><header><h2>${d.n('اخبار مرتبط')}</h2></header><ul>${d.links()}</ul></section><section class="box comments"><h2>${d.n('نظر شما')}</h2><form><label>${d.n('نام')}</label></form></section></main><aside><h2>${d.n('پربازدیدترین‌ها')}</h2><ul>${d.links()}</ul></aside><footer>${d.footer()}</footer>`,
      ),
    ['author'],
  ),
  template('Persian newspaper with a byline', 'fa', (d) =>
    d.page(
      `<div class="header"><ul>${d.menu('خانه سیاسی ورزشی')}</ul></div><div class="news_body"><div class="news_pdate">${d.shownDate}</div><h1 class="title">${d.story.title}</h1><div class="author">نویسنده: ${d.by}</div><div class="body">${d.paragraphs()}</div><div class="tags_title">${d.n('برچسب ها')}</div></div><div class="footer">${d.n('تمام حقوق محفوظ است')}</div>`,
    ),
  ),
  template('Arabic agency', 'ar', (d) =>
    d.page(
      `<header><nav><ul>${d.menu('الرئيسية سياسة اقتصاد رياضة')}</ul></nav></header><main><article><h1>${d.story.title}</h1><div class="article-info"><span class="author-name">${d.by}</span><time datetime="${d.isoTime}">${d.shownDate}</time></div><div class="wysiwyg">${d.paragraphs(0, 4)}<div class="article-related"><h3>${d.n('اقرأ أيضا')}</h3><ul>${d.links('li', 2)}</ul></div>${d.paragraphs(4)}</div><div class="article-source">${d.n('المصدر : وكالات')}</div></article><section class="more"><h2>${d.n('الأكثر قراءة')}</h2><ul>${d.links()}</ul></section></main><footer>${d.footer()}</footer>`,
      d.openGraph(),
    ),
  ),
  template('Chinese portal', 'zh', (d) =>
    d.page(
      `<div class="nav"><a href="/1">${d.n('首页')}</a><a href="/2">${d.n('国际')}</a><a href="/3">${d.n('财经')}</a></div><div class="main"><h1 class="main-title">${d.story.title}</h1><div class="top-bar"><span class="date">${d.shownDate} 09:30</span><span class="source">${d.n('来源：港口新闻网')}</span></div><div class="article" id="artibody">${d.paragraphs(0, 9)}<p class="show_author">${'责任编辑：李四'}</p></div><div class="blk-related"><h2>${d.n('相关新闻')}</h2><ul>${d.links()}</ul></div><div class="comment">${d.n('我要评论')}</div></div><div class="footer">${d.footer()}</div>`,
      `<meta name="author" content="${d.by}">`,
    ),
  ),
  template('Italian-style page with the date in its address', 'en', (d) => {
    const [year, month, day] = d.story.date;
    return d.page(
      `<header><nav><ul>${d.menu()}</ul></nav></header><div class="article-content"><h1>${d.story.title}</h1><div class="article-author">di ${d.by}</div><div class="article-text">${d.paragraphs()}</div></div><div class="correlati"><strong>${d.n('Articoli correlati')}</strong><ul>${d.links()}</ul></div><footer>${d.footer()}</footer>`,
      `<link rel="canonical" href="https://www.harbour-gazette.example/${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/ports.html">`,
    );
  }),
];

/** Old pages, and pages as browsers and their extensions save them. */
const saved: Template[] = [
  template('nested tables and fonts', 'en', (d) =>
    d.page(
      `<center><table width="760"><tr><td><table width="100%"><tr><td><a href="/">${d.n('HOME')}</a></td><td><a href="/n">${d.n('NEWS')}</a></td><td><a href="/c">${d.n('CONTACT')}</a></td></tr></table></td></tr><tr><td><table><tr><td width="120" valign="top"><font size="1"><a href="/a">${d.n('Archive')}</a><br><a href="/l">${d.n('Links')}</a></font></td><td width="500"><font face="Arial" size="4"><b>${d.story.title}</b></font><p><font size="1">By ${d.by}<br>${d.shownDate}</font></p>${d.story.paragraphs.map((text) => `<p><font face="Arial" size="2">${d.t(text)}</font>`).join('\n')}<p><a href="/top">${d.n('Back to top')}</a></td></tr></table></td></tr></table></center>`,
    ),
  ),
  template('frameset-era page of line breaks', 'de', (d) =>
    d.page(
      `<a href="/">${d.n('Startseite')}</a> | <a href="/2">${d.n('Archiv')}</a> | <a href="/3">${d.n('Kontakt')}</a><hr><h2>${d.story.title}</h2>Von ${d.by}, ${d.shownDate}<br><br>${d.story.paragraphs.map((text) => d.t(text)).join('<br><br>')}<hr><a href="/">${d.n('Zurück')}</a>`,
    ),
  ),
  template(
    'upper-case markup',
    'en',
    (d) =>
      `<HTML><HEAD><TITLE>${d.story.site}: ${d.story.title}</TITLE><META NAME="AUTHOR" CONTENT="${d.by}"><META NAME="DATE" CONTENT="${d.iso}"></HEAD><BODY BGCOLOR="#FFFFFF"><H1>${d.story.title}</H1>${d.paragraphs(0, 9, 'P')}<HR><A HREF="/">${d.n('Index of the archive')}</A></BODY></HTML>`,
  ),
  template(
    'saved by a browser with its banner open',
    'en',
    (d) =>
      `<!DOCTYPE html>\n<!-- saved from url=(0042)${d.story.url} -->\n` +
      d
        .page(
          `<div id="onetrust-consent-sdk"><div role="dialog" class="otPcTab">${d.cookie()}</div></div><div class="header">${`<ul>${d.menu()}</ul>`}</div><div class="content"><h1>${d.story.title}</h1><div class="byline">${d.by} · ${d.shownDate}</div>${d.paragraphs()}</div><div id="newsletter-modal" class="modal">${d.newsletter()}</div><div class="footer">${d.footer()}</div>`,
        )
        .replace('<!DOCTYPE html>\n', ''),
  ),
  template(
    'SingleFile with a shadow tree',
    'en',
    (d) =>
      `<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: ${d.story.url} \n saved date: Mon May 05 2031 10:00:00 GMT+0200 \n--><meta charset=utf-8>\n<title>${d.story.title}</title><style>img{background:url(data:image/png;base64,${'A'.repeat(3000)})}</style><body><site-header><template shadowrootmode=open><nav><ul>${d.menu()}</ul></nav></template></site-header><main><news-article><template shadowrootmode=open><article><h1>${d.story.title}</h1><p class=byline>By ${d.by}<p class=date>${d.shownDate}${d.story.paragraphs.map((text) => `<p>${d.t(text)}`).join('')}</article></template></news-article></main><site-footer><template shadowrootmode=open><footer>${d.footer()}</footer></template></site-footer>`,
  ),
  template('SingleFile with the article in a frame', 'en', (d) => {
    const frame = `<html><body><article><h1>${d.story.title}</h1><p>By ${d.by}</p><p>${d.shownDate}</p>${d.paragraphs()}</article></body></html>`;
    return `<!DOCTYPE html><html lang=en><!--\n Page saved with SingleFile \n url: ${d.story.url} \n--><title>${d.story.title}</title><body><nav><ul>${d.menu()}</ul></nav><iframe srcdoc="${frame.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe><footer>${d.footer()}</footer>`;
  }),
  template('page split into columns without names', 'en', (d) =>
    d.page(
      `<div><div><ul>${d.menu()}</ul></div><div><div>${d.links('div')}</div><div><div>${d.n('World')}</div><div><h1>${d.story.title}</h1></div><div>By ${d.by}</div><div>${d.shownDate}</div>${d.story.paragraphs.map((text, index) => `<div>${d.t(text)}</div>${index === 4 ? `<div>${d.n('Advertisement')}</div>` : ''}`).join('')}</div><div><div>${d.n('Latest')}</div>${d.links('div')}</div></div><div>${d.footer()}</div></div>`,
    ),
  ),
  template('hashed classes, no semantics, share and tags among the text', 'en', (d) =>
    d.page(
      `<div class="x1a"><div class="x2b"><a href="/1">${d.n('Home')}</a><a href="/2">${d.n('News')}</a><a href="/3">${d.n('Sport')}</a><a href="/4">${d.n('Weather')}</a></div><div class="x3c"><div class="x4d"><div class="x5e">${d.story.title}</div><div class="x6f"><span>By ${d.by}</span><span> ${d.shownDate}</span></div><div class="x7g"><a href="//s/1">${d.n('Facebook')}</a><a href="//s/2">${d.n('X')}</a><a href="//s/3">${d.n('Telegram')}</a></div>${d.story.paragraphs.map((text) => `<div class="x8h"><span>${d.t(text)}</span></div>`).join('')}<div class="x9i"><a href="/t1">${d.n('ports')}</a><a href="/t2">${d.n('velia')}</a><a href="/t3">${d.n('shipping')}</a></div></div><div class="x0j">${d.story.others.map((text, index) => `<div class="xak"><a href="/n${index}"><img alt=""><div class="xbl">${d.n(text)}</div></a><div class="xcm">${d.n('4 hours ago')}</div></div>`).join('')}</div></div></div>`,
      d.openGraph(),
    ),
  ),
];

/** The same article under kinds of furniture that sites put into the text's own container. */
const interruptions: [name: string, language: string, part: (draft: Draft) => string][] = [
  ['list of links', 'en', (d) => `<ul>${d.links('li', 3)}</ul>`],
  ['labelled box', 'en', (d) => `<div class="box"><h4>${d.n('Related stories')}</h4>${d.links('p', 3)}</div>`],
  [
    'bold lead',
    'en',
    (d) => `<p><strong>${d.n('READ ALSO:')} <a href="/n/1">${d.n(d.story.others[0]!)}</a></strong></p>`,
  ],
  [
    'card',
    'en',
    (d) =>
      `<div class="c1"><a href="/n/1"><img alt=""><h3>${d.n(d.story.others[1]!)}</h3></a><p>${d.n('A short word about it.')}</p></div>`,
  ],
  ['letter box', 'en', (d) => `<div class="nl-box">${d.newsletter()}</div>`],
  [
    'poll',
    'en',
    (d) =>
      `<form><p>${d.n('Should the ports be opened again?')}</p><label>${d.n('Yes')}</label><label>${d.n('No')}</label><button>${d.n('Vote')}</button></form>`,
  ],
  ['share bar', 'en', (d) => `<div class="article-share"><span>${d.n('Share')}</span> ${d.share()}</div>`],
  [
    'player',
    'en',
    (d) =>
      `<div class="audio-player"><button>${d.n('Listen to this article')}</button><span>${d.n('4 min')}</span></div>`,
  ],
  [
    'app promotion',
    'en',
    (d) =>
      `<div class="promo-app"><p>${d.n('Read this in our app, where it is quieter.')}</p><a href="/app">${d.n('Get the app')}</a></div>`,
  ],
  [
    'lire aussi',
    'fr',
    (d) => `<p class="inread"><b>${d.n('À lire aussi')} : <a href="/n/1">${d.n(d.story.others[0]!)}</a></b></p>`,
  ],
  ['mehr zum Thema', 'de', (d) => `<div><p>${d.n('Mehr zum Thema')}</p><ul>${d.links('li', 3)}</ul></div>`],
  ['te puede interesar', 'es', (d) => `<div><span>${d.n('Te puede interesar')}</span>${d.links('div', 2)}</div>`],
  [
    'читайте также',
    'ru',
    (d) => `<div class="incut"><div>${d.n('Читайте также')}</div><a href="/n/1">${d.n(d.story.others[0]!)}</a></div>`,
  ],
  ['بیشتر بخوانید', 'fa', (d) => `<div><p>${d.n('بیشتر بخوانید:')}</p><ul>${d.links('li', 2)}</ul></div>`],
  [
    'embedded post',
    'en',
    (d) =>
      `<blockquote class="twitter-tweet"><p>${d.t(d.story.quotation)}</p>— Harbour Master (@harbour) <a href="https://social.example/1">May 6, 2031</a></blockquote>`,
  ],
  [
    'table of figures',
    'en',
    () =>
      `<table><thead><tr><th>Port</th><th>Ships</th></tr></thead><tbody><tr><td>Tarsk</td><td>41</td></tr><tr><td>Kestrin</td><td>7</td></tr></tbody></table><p class="source">Source: port register</p>`,
  ],
  ['list of points', 'en', (d) => `<ul>${d.story.items.map((text) => `<li>${d.t(text)}</li>`).join('')}</ul>`],
  [
    'accordion',
    'en',
    (d) =>
      `<details><summary>How the count was made</summary><p>${d.t('We asked every harbour master for the pages of one week and added them up by hand, twice.')}</p></details>`,
  ],
];

const interrupted = interruptions.map(([name, language, part]) =>
  template(`in the text: ${name}`, language, (d) =>
    d.page(
      `<header><nav><ul>${d.menu()}</ul></nav></header><main><article><h1>${d.story.title}</h1><p class="byline">${d.by}</p><time datetime="${d.iso}">${d.shownDate}</time><div class="text">${d.paragraphs(0, 4)}${part(d)}${d.paragraphs(4)}</div></article></main><footer>${d.footer()}</footer>`,
      d.openGraph(),
    ),
  ),
);

export const templates: readonly Template[] = [
  ...wordpress,
  ...newspapers,
  ...blogs,
  ...institutions,
  ...worldwide,
  ...saved,
  ...interrupted,
];
