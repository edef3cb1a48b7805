import type { Page } from '@playwright/test';
import { hostileCall, hostileHost } from './corpus';

/** What the window may hold. Everything else is foreign: it came from what was brought in. */
const elements = new Set(
  (
    'html head title meta link style script body div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a strong em b i u s code pre sub sup mark br hr ' +
    'blockquote table thead tbody tr th td caption cite nav main aside section article header footer figure figcaption button input textarea label ' +
    'form fieldset legend select option output progress details summary dialog time kbd small bdi abbr ' +
    'svg path circle line rect polyline polygon ellipse g'
  ).split(' '),
);
/** Elements inside a text that somebody reads or writes: no control but our own buttons. */
const textElements = new Set(
  (
    'div span p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd a strong em b i u s code pre sub sup mark br hr blockquote cite table thead tbody colgroup col tr th td ' +
    'section article header aside figure figcaption button time small svg path circle line rect polyline g'
  ).split(' '),
);
const attributes = new Set(
  (
    'class id role tabindex title lang dir style hidden type name value placeholder for href rel target disabled checked readonly required multiple accept webkitdirectory ' +
    'autocomplete spellcheck contenteditable draggable inert rows cols min max step maxlength open start colspan rowspan scope datetime src content charset ' +
    'http-equiv nonce crossorigin media width height viewBox viewbox xmlns fill stroke stroke-width stroke-linecap stroke-linejoin d cx cy r rx ry x y x1 x2 y1 y2 ' +
    'points transform opacity enterkeyhint inputmode autocapitalize autofocus autocorrect list size novalidate method pattern focusable slot writingsuggestions'
  ).split(' '),
);

/**
 * Elements, attributes, addresses, classes and names in the window, or in an exported page, that no view of ours makes;
 * and every payload that ran. Texts are held to a shorter list than the rest.
 * @param names the ids and names that payloads give to elements
 */
export async function foreignIn(page: Page, names: ReadonlySet<string>): Promise<string[]> {
  const found = await page.evaluate(
    ({ elements, textElements, attributes, names, host }) => {
      const found: string[] = [];
      const allowed = new Set(elements);
      const inText = new Set(textElements);
      const known = new Set(attributes);
      const taken = new Set(names);
      // What every program has, and a payload may not double.
      const own = new Set(['root', 'viewport', 'theme-color', 'color-scheme', 'referrer']);
      for (const element of document.querySelectorAll('*')) {
        const name = element.localName;
        const isOurs =
          element.namespaceURI === 'http://www.w3.org/1999/xhtml' || element.closest('svg[class]') !== null;
        if (!allowed.has(name) || !isOurs) found.push(`<${name}>`);
        else if (
          element.closest('[role=document],[contenteditable=true]') &&
          !element.matches('[contenteditable=true]')
        ) {
          if (!inText.has(name)) found.push(`<${name}> in a text`);
        }
        if (element.shadowRoot !== null) found.push(`a shadow tree in <${name}>`);
        for (const { name: attribute, value } of element.attributes) {
          const what = `${name} ${attribute}=${value.slice(0, 60)}`;
          if (!known.has(attribute) && !/^(?:aria|data)-[a-z-]+$/u.test(attribute)) found.push(what);
          if (['href', 'src'].includes(attribute)) {
            const isFile = ['script', 'link'].includes(name) && !value.includes(host);
            if (!isFile && !/^(?:https?:|mailto:|#)/iu.test(value)) found.push(what);
          }
          if (attribute === 'style' && /url\(|expression\(|@import|behavior/iu.test(value)) found.push(what);
          if (['id', 'name'].includes(attribute) && taken.has(value) && !own.has(value)) found.push(what);
        }
        if (name === 'style' && element.textContent.includes(host)) found.push('a style sheet of a payload');
        if (name === 'script' && element.textContent !== '') found.push('a script in the page');
      }
      if (document.querySelectorAll('#root').length > 1) found.push('two roots');
      if (!(document.body instanceof HTMLBodyElement)) found.push('another body');
      if (String(document.getElementById).includes('[native code]') === false) found.push('document.getElementById');
      return found;
    },
    {
      elements: [...elements],
      textElements: [...textElements],
      attributes: [...attributes],
      names: [...names],
      host: hostileHost,
    },
  );
  return [...new Set([...found, ...(await whatRan(page))])];
}

/** Makes the function that payloads call, so that each that runs is known by its name. */
export async function watchForPayloads(page: Page): Promise<void> {
  const watch = (name: string) => {
    const ran: string[] = [];
    Reflect.set(window, name, (id: unknown) => ran.push(String(id)));
    Reflect.set(window, `${name}Ran`, ran);
  };
  await page.addInitScript(watch, hostileCall);
  await page.evaluate(watch, hostileCall);
}

async function whatRan(page: Page): Promise<string[]> {
  return page.evaluate((name) => {
    const ran = (Reflect.get(window, `${name}Ran`) ?? ['the watch is gone']) as string[];
    const polluted: unknown = Reflect.get({}, 'hostile');
    return [...ran.map((id) => `ran: ${id}`), ...(polluted === undefined ? [] : ['every object is polluted'])];
  }, hostileCall);
}

/** Everything that a window does when something hostile has its way: dialogs, windows, downloads, navigation, requests. */
export function watchForSigns(page: Page): string[] {
  const signs: string[] = [];
  const address = page.url();
  page.on('dialog', (dialog) => {
    signs.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => signs.push(`window: ${popup.url()}`));
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || frame.url().split('#')[0] !== address.split('#')[0])
      signs.push(`navigation: ${frame.url().slice(0, 100)}`);
  });
  page.on('frameattached', (frame) => signs.push(`frame: ${frame.name()}`));
  page.on('worker', (worker) => signs.push(`worker: ${worker.url()}`));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin)
      signs.push(`request: ${request.url().slice(0, 100)}`);
  });
  page.on('websocket', (socket) => signs.push(`socket: ${socket.url()}`));
  return signs;
}
