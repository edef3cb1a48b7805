import { isFootnote } from './blocks';
import { ancestors, find, findAll, isElement, textOf, traverse, type DomElement } from './dom';
import { labelOf, type Label } from './labels';
import { isBlock, leadsElsewhere, nothing, type Measure, type Survey } from './survey';

/** Readers' comments may be most of a page. */
const commentNames = /-(?:comments?|commentlist|disqus|respond|livefyre|replies)-/u;
const plainNames =
  /-(?:nav|navbar|navigation|subnav|menu|megamenu|breadcrumbs?|cookies?|consent|gdpr|onetrust|didomi|related|recirc|recirculation|recommend(?:ed|ation|ations)?|most-(?:read|popular|viewed|shared|recent)|mostread|mostpopular|trending|taboola|outbrain|mgid|newsletters?|skip-(?:link|links|to)|skiplinks?|noprint|navbox|catlinks|editsection|toc|pagination|pager|addthis|sharedaddy|addtoany|share(?:bar|tools|buttons?|links?)|sharing|adslot|adverts?|advertisements?|advertising|readmore|(?:read|also|see)-(?:more|also|read|next)|more-(?:stories|news|on|from|articles)|you-may|up-next|popular-(?:posts|news|stories|articles)|latest-(?:news|posts|stories)|ticker|otherposts|next-(?:article|story|post)|prev(?:ious)?-(?:article|story|post)|post-navigation|cross-?links?|onward)-/u;
/** What only screen readers read out: names of buttons, "opens in a new window". */
const unseen =
  /-(?:screen-reader(?:-text)?|screenreader|sr-only|visually-?hidden|visuallyhidden|assistive-text|hidden-text)-/u;
/** Names that whole pages carry as well ("with-sidebar"): they count for parts only. */
const doubtfulNames =
  /-(?:ads?|sidebar|sidebars|widget|widgets|footer|masthead|topbar|toolbar|tools|popup|modal|overlay|lightbox|banner|banners|social|socials|share|promos?|promotion|promoted|sponsor|sponsored|tags?|taglist|topics|subscribe|subscription|signup|sign-up|login|signin|paywall|search|rss|follow|carousel|rail|donate|donation|feedback|poll|weather|playlist|player|players|hidden-print|dont-print|alerts?)-/u;
const kept = /-(?:references|reflist|bibliography|works-cited)-/u;

const plainRoles = new Set(
  'navigation complementary search dialog alertdialog menu menubar toolbar tablist contentinfo banner form'.split(' '),
);
const plainElements = new Set('nav aside footer dialog form'.split(' '));

/**
 * What of a page is not its text: menus, boxes, teasers of other pages, lists of links, comments, advertising. Told by what
 * the elements are and are called, by labels above them, and by links; never what holds the page's own heading.
 */
export function findFurniture(document: DomElement, measures: Survey, heading: DomElement | null): Set<DomElement> {
  const furniture = new Set<DomElement>();
  const of = (element: DomElement): Measure => measures.get(element) ?? nothing;
  const whole = of(document);
  const own = new Set<DomElement>(heading ? ancestors(heading) : []);
  const body = find(document, (element) => /articleBody/u.test(element.value('itemprop')));
  if (body) for (const element of ancestors(body)) own.add(element);

  let shown: string | undefined;

  const isOwn = (element: DomElement) => own.has(element) || /^(?:#document|html|body|main)$/u.test(element.localName);
  const may = (element: DomElement, doubtful: boolean) => {
    if (isOwn(element)) return false;
    const { prose } = of(element);
    return doubtful ? prose < 0.4 * whole.prose || prose === 0 : whole.prose - prose >= 300 || prose < 300;
  };

  for (const field of findAll(document, isField, 200)) markForm(field);
  traverse(document, (node) => {
    if (!isElement(node)) return false;
    const measure = measures.get(node);
    if (!measure || furniture.has(node)) return false;
    if (measure.text === 0) return true;
    const names = namesOf(node);
    if (kept.test(names) || isFootnote(node)) return false;
    // Words in a sentence are never furniture, whatever their links are called.
    if (measure.inProse && !isBlock(node)) {
      if (unseen.test(names)) furniture.add(node);
      return true;
    }
    const isText = node.localName === 'p' && measure.prose > 0;
    const role = node.value('role').toLowerCase();
    const plain = plainElements.has(node.localName) || plainRoles.has(role) || (!isText && commentNames.test(names));
    const doubtful =
      (!isText && (plainNames.test(names) || doubtfulNames.test(names) || unseen.test(names))) ||
      labelOf(node.value('aria-label').trim()) !== null;
    if ((plain && may(node, false)) || (doubtful && may(node, true)) || isSiteHeader(node, measure)) {
      if (!(node.localName === 'aside' && isBox(measure, names))) {
        furniture.add(node);
        return false;
      }
    }
    // Icons whose pictures are made of letters.
    const isIcon = node.value('aria-hidden') === 'true' && measure.text < 40;
    if ((isIcon || isCard(node, measure) || (/-pull-?quotes?-/u.test(names) && isRepeated(node))) && !isOwn(node)) {
      furniture.add(node);
      return false;
    }
    if (isLinkList(node, measure) ? !isOwn(node) : isTeasers(node, measures) && may(node, true)) {
      furniture.add(node);
      return false;
    }
    const label = labelled(node, measure);
    if (label) markLabelled(node, label);
    if (isTeaserHeading(node)) markTeaser(node);
    return true;
  });
  return furniture;

  function isSiteHeader(element: DomElement, measure: Measure): boolean {
    return (
      element.localName === 'header' &&
      !own.has(element) &&
      measure.prose < 0.2 * whole.prose &&
      element.parent !== null &&
      ![...ancestors(element)].some((above) => above.localName === 'article' || above.localName === 'main')
    );
  }

  /** Marks what a label heads: the box around it, else the links that follow. */
  function markLabelled(element: DomElement, label: Label): void {
    let box = element;
    for (let above = box.parent; above && !isOwn(above); above = above.parent) {
      const measure = of(above);
      const fits =
        label === 'comments'
          ? may(above, false)
          : label === 'related'
            ? measure.prose <= 300 && measure.linked >= 0.4 * measure.text
            : measure.text - of(element).text <= 25 || measure.linked >= 0.7 * measure.text;
      if (!fits) break;
      box = above;
    }
    if (label === 'small' || of(box).links > 0 || box !== element) furniture.add(box);
    if (label === 'small') return;
    let marked = 0;
    for (const next of following(box)) {
      const measure = of(next);
      const isMore =
        label === 'comments'
          ? may(next, false)
          : !/^h[1-6]$/u.test(next.localName) && measure.prose < 200 && measure.linked >= 0.5 * measure.text;
      if (!isMore) break;
      furniture.add(next);
      marked += measure.text;
    }
    if (marked > 0) furniture.add(box);
  }

  /** A pull quote says again what a paragraph says; one that does not is text. */
  function isRepeated(element: DomElement): boolean {
    shown ??= textOf(document, 2_000_000);
    const [, again] = shown.split(textOf(element), 3).slice(1);
    return again !== undefined;
  }

  /** What stands around a field to type into asks for an address, a word or a comment. */
  function markForm(field: DomElement): void {
    let box: DomElement | null = null;
    for (let above = field.parent; above && !isOwn(above); above = above.parent) {
      const measure = of(above);
      if (measure.prose > 250 || measure.text > 500) break;
      box = above;
    }
    if (box) furniture.add(box);
  }

  /** A heading that is a link to another page heads a card that tells of it. */
  function markTeaser(element: DomElement): void {
    let card = element;
    for (let above = card.parent; above && !isOwn(above); above = above.parent) {
      const measure = of(above);
      if (measure.text > 700 || measure.text - measure.linked > 450) break;
      card = above;
    }
    if (card !== element) furniture.add(card);
  }
}

/** Text of its own in a box within an article ("Background: …") is text; links, forms and calls to subscribe are not. */
function isBox(measure: Measure, names: string): boolean {
  return (
    measure.prose >= 120 && measure.linked < 0.1 * measure.text && !plainNames.test(names) && !doubtfulNames.test(names)
  );
}

/** What an element is called, as words between hyphens: "relatedLinks__x" → "-related-links-x-". */
function namesOf(element: DomElement): string {
  const names = ['class', 'id', 'data-component', 'data-testid', 'data-module', 'data-type']
    .map((name) => element.value(name))
    .join(' ');
  if (names.length <= 5) return '';
  return `-${names
    .slice(0, 1000)
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z]+/gu, '-')}-`;
}

function isField(element: DomElement): boolean {
  return (
    element.localName === 'textarea' ||
    (element.localName === 'input' && /^(?:text|email|search|password|tel)?$/iu.test(element.value('type')))
  );
}

/** One headline of another page with its picture, date or label, and not a sentence beside it. */
function isCard(element: DomElement, measure: Measure): boolean {
  if (measure.headlines !== 1 || measure.prose > 0 || measure.linked < 0.5 * measure.text || measure.text > 300)
    return false;
  if (!/^(?:div|section|p|article|a|figure)$/u.test(element.localName) || hasFiles(element)) return false;
  const link = find(element, leadsElsewhere) ?? element;
  const rest = textOf(element, 400).replace(textOf(link, 400), '').trim();
  if (element.localName !== 'p' && link.children.some(isElement)) return !isPerson(link);
  // "INTERESTING: another headline"
  return (
    /^[^:：]{2,25}[:：]$/u.test(rest) &&
    !/^(?:source|photo|image|credit|quelle|foto|fuente|fonte|источник|фото|kaynak|منبع|المصدر|来源)/iu.test(rest)
  );
}

function isPerson(link: DomElement): boolean {
  return /author|byline|profile|people|staff|expert|contributor|writer|\/@/iu.test(
    `${link.value('href')} ${link.value('rel')} ${link.value('class')} ${link.parent?.value('class') ?? ''}`,
  );
}

/** Several entries that are links to other pages and nothing else. */
function isLinkList(element: DomElement, measure: Measure): boolean {
  if (measure.links < 2 || measure.prose > 0 || measure.linked < 0.75 * measure.text) return false;
  const isList = element.localName === 'ul' || element.localName === 'ol';
  if (!isList && (measure.links < 3 || measure.linked < 0.85 * measure.text || element.localName === 'p')) return false;
  return !hasFiles(element);
}

/** Headlines of other pages, one after another, with little said about each: as a heap, or in entries of one make. */
function isTeasers(element: DomElement, measures: Survey): boolean {
  const of = (part: DomElement) => measures.get(part) ?? nothing;
  const { headlines, prose, linked, text } = of(element);
  if (headlines < 3 || hasFiles(element)) return false;
  if (prose <= 150 * headlines && linked >= 0.3 * text) return true;
  const entries = element.children.filter(isElement).filter((entry) => of(entry).text > 0);
  const alike = entries.filter((entry) => entry.localName === entries[0]?.localName);
  const cards = alike.filter((entry) => of(entry).headlines > 0 && of(entry).text <= 800);
  return cards.length >= 3 && cards.length >= 0.8 * entries.length;
}

/** Links to files are what a page is about. */
function hasFiles(element: DomElement): boolean {
  const isFile = /\.(?:pdf|docx?|xlsx?|odt|rtf|zip|csv|pptx?)(?:[?#]|$)/iu;
  return find(element, (link) => leadsElsewhere(link) && isFile.test(link.value('href'))) !== null;
}

function labelled(element: DomElement, { text, linked }: Measure): Label | null {
  if (text > 60 || text < 1) return null;
  const isHeading = /^(?:h[1-6]|legend|summary|dt)$/u.test(element.localName);
  if (
    !isHeading &&
    !/^(?:p|div|span|strong|b|section|header|a|button|li|td|label|em|small|figcaption)$/u.test(element.localName)
  )
    return null;
  if (!isHeading && linked > 0 && text > 40) return null;
  return labelOf(textOf(element, 80));
}

function isTeaserHeading(element: DomElement): boolean {
  if (!/^h[1-6]$/u.test(element.localName)) return false;
  const link = element.children.filter((child) => isElement(child) || child.trim() !== '');
  const [only] = link;
  if (link.length === 1 && isElement(only) && leadsElsewhere(only)) return !isPerson(only);
  for (const above of ancestors(element)) if (leadsElsewhere(above)) return true;
  return false;
}

/** The elements after one, up to the next text that stands beside them. */
function* following(element: DomElement): Iterable<DomElement> {
  for (const next of element.parent?.children.slice(element.index + 1) ?? []) {
    if (isElement(next)) yield next;
    else if (next.trim() !== '') return;
  }
}
