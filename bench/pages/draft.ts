import type { Story } from './stories';

/** A page being made: what is written as the article's text, and what as furniture, is remembered as it is written. */
export class Draft {
  readonly sentences: string[] = [];
  readonly furniture: string[] = [];

  constructor(readonly story: Story) {}

  /** Text of the article. */
  t(text: string): string {
    this.sentences.push(text);
    return escaped(text);
  }

  /** Text of the page's furniture. */
  n(text: string): string {
    this.furniture.push(text);
    return escaped(text);
  }

  /** The article's paragraphs, from one to another, each in a tag. */
  paragraphs(from = 0, to = this.story.paragraphs.length, tag = 'p', attributes = ''): string {
    return this.story.paragraphs
      .slice(from, to)
      .map((text) => `<${tag}${attributes}>${this.t(text)}</${tag}>`)
      .join('\n');
  }

  /** Links to other pages of the site, each with its headline. */
  links(tag = 'li', count = 4, attributes = ''): string {
    return this.story.others
      .slice(0, count)
      .map((text, index) => `<${tag}${attributes}><a href="/news/${index}">${this.n(text)}</a></${tag}>`)
      .join('\n');
  }

  /** A teaser of another page: headline, a sentence of it, a date. */
  cards(open: string, close: string, count = 3): string {
    return this.story.others
      .slice(0, count)
      .map(
        (text, index) =>
          `${open}<h3><a href="/news/${index}">${this.n(text)}</a></h3><p>${this.n(`${text}: ${this.story.site}`)}</p><span>${this.n('3 min')}</span>${close}`,
      )
      .join('\n');
  }

  menu(names = 'Home World Politics Economy Opinion Culture Sport'): string {
    return names
      .split(' ')
      .map((name) => `<li><a href="/${name.toLowerCase()}">${this.n(name)}</a></li>`)
      .join('');
  }

  share(names = 'Facebook Twitter WhatsApp Email'): string {
    return names
      .split(' ')
      .map((name) => `<a href="https://share.example/${name}">${this.n(name)}</a>`)
      .join(' ');
  }

  comments(count = 6): string {
    return Array.from(
      { length: count },
      (_, index) =>
        `<div class="c-${index}"><b>${this.n(`Reader ${index + 1}`)}</b><p>${this.n(`Comment ${index + 1}: I do not believe a word of what the harbour master says, and nobody else in the town does either.`)}</p><a href="#r">${this.n('Reply')}</a></div>`,
    ).join('');
  }

  cookie(): string {
    return `<p>${this.n('We value your privacy. We and our partners store cookies on your device to show personal advertising and measure it.')}</p><button>${this.n('Accept all')}</button><button>${this.n('Manage')}</button>`;
  }

  newsletter(): string {
    return `<h4>${this.n('Get the morning letter')}</h4><p>${this.n('Sign up for our newsletter and never miss what happens in the harbour.')}</p><input type="email"><button>${this.n('Subscribe')}</button>`;
  }

  footer(): string {
    return `<ul>${this.menu('About Contact Careers Advertise Privacy Terms')}</ul><p>${this.n(`© ${this.story.date[0]} ${this.story.site}. All rights reserved.`)}</p>`;
  }

  get iso(): string {
    return this.story.date.map((part) => String(part).padStart(2, '0')).join('-');
  }

  get isoTime(): string {
    return `${this.iso}T09:30:00+02:00`;
  }

  /** As the language writes it. */
  get shownDate(): string {
    const [year, month, day] = this.story.date;
    const format = new Intl.DateTimeFormat(this.story.language, { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(Date.UTC(year, month - 1, day));
  }

  get dotted(): string {
    const [year, month, day] = this.story.date;
    return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
  }

  get by(): string {
    return this.story.authors.join(this.story.language === 'en' ? ' and ' : ', ');
  }

  /** The page around a body. */
  page(body: string, head = '', attributes = ''): string {
    const { language, title, site } = this.story;
    return `<!DOCTYPE html>\n<html lang="${language}"${attributes}><head><meta charset="utf-8"><title>${escaped(title)} | ${escaped(site)}</title>${head}</head><body>${body}</body></html>`;
  }

  openGraph(more = ''): string {
    const { title, site, url, subtitle } = this.story;
    return `<meta property="og:type" content="article"><meta property="og:title" content="${escaped(title)}"><meta property="og:site_name" content="${escaped(site)}"><meta property="og:url" content="${url}"><meta property="og:description" content="${escaped(subtitle)}"><link rel="canonical" href="${url}">${more}`;
  }

  jsonLd(value: object): string {
    return `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value }).replaceAll('<', '\\u003c')}</script>`;
  }

  newsArticle(more: object = {}): string {
    const { title, authors, site, url } = this.story;
    return this.jsonLd({
      '@type': 'NewsArticle',
      headline: title,
      datePublished: this.isoTime,
      dateModified: '2033-01-01T00:00:00Z',
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      author: authors.map((name) => ({ '@type': 'Person', name })),
      publisher: { '@type': 'NewsMediaOrganization', name: site },
      ...more,
    });
  }
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
