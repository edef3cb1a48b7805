import { fromWire, toWire, type Base64 } from '../shared/wire';
import { makeBridge } from './bridge';
import { bindingName, deliverName, pageOrigin } from './channels';

/**
 * The Chromium shell's counterpart of a preload: run by the browser before any script of the page. It shares the page's
 * world, so it takes its transport off the global object first. tsconfig.node has no DOM; the few names it needs are
 * declared here.
 */
interface PageWorld {
  location: { origin: string };
  atob(text: string): string;
  btoa(text: string): string;
  screenX: number;
  screenY: number;
  outerWidth: number;
  outerHeight: number;
  setInterval(act: () => void, milliseconds: number): unknown;
  addEventListener(name: string, listener: (event: PageEvent) => void): void;
  [name: string]: unknown;
}
interface PageEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
  dataTransfer?: { types: readonly string[]; dropEffect: string };
}
interface NewerBytes {
  toBase64?(): string;
}
interface NewerBytesConstructor {
  fromBase64?(text: string): Uint8Array;
}

const base64 = (page: PageWorld): Base64 => ({
  encode(bytes) {
    const native = (bytes as NewerBytes).toBase64;
    if (native !== undefined) return native.call(bytes);
    let text = '';
    // In slices, because a spread of a whole file overflows the stack.
    for (let start = 0; start < bytes.length; start += 32_768) {
      text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
    }
    return page.btoa(text);
  },
  decode(text) {
    const native = (Uint8Array as unknown as NewerBytesConstructor).fromBase64;
    if (native !== undefined) return native.call(Uint8Array, text);
    return Uint8Array.from(page.atob(text), (character) => character.charCodeAt(0));
  },
});

function install(page: PageWorld): void {
  const send = page[bindingName] as (text: string) => Promise<string>;
  delete page[bindingName];
  const codec = base64(page);
  const bridge = makeBridge({
    call: async (method, input) => fromWire(await send(toWire({ method, input }, codec)), codec),
    listen(deliver) {
      const value = (text: string) => {
        const event = fromWire(text, codec) as { name: unknown; payload: unknown };
        deliver(event.name, event.payload);
      };
      Object.defineProperty(page, deliverName, { value });
    },
  });
  Object.defineProperty(page, 'commonplace', { value: bridge, enumerable: true });
  keepDroppedFiles(page);
  reportBounds(page, send);
}

/** A file dropped where nobody expects one would make the browser leave the app for it. */
function keepDroppedFiles(page: PageWorld): void {
  const keep = (event: PageEvent) => {
    if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    }
  };
  page.addEventListener('dragover', keep);
  page.addEventListener('drop', keep);
}

/** The shell cannot see the window being moved; the page can. */
function reportBounds(page: PageWorld, send: (text: string) => Promise<string>): void {
  let last = '';
  const report = () => {
    const bounds = { x: page.screenX, y: page.screenY, width: page.outerWidth, height: page.outerHeight };
    const text = JSON.stringify({ bounds });
    if (text === last) return;
    last = text;
    send(text).catch(() => undefined);
  };
  // No event tells that a window was moved, and what is sent while it closes may be lost: so look once a second.
  page.setInterval(report, 1000);
}

const world = globalThis as unknown as PageWorld;
if (world.location.origin === pageOrigin && world[bindingName] !== undefined) install(world);
