import { describe, expect, it } from 'vitest';
import { readDocument } from './testing';

const lines = (...text: string[]) => text.join('\r\n');
const sentence =
  'The harbour was closed for three days after the storm had broken the mole, and nobody could say when it opens.';
const page = `<html><head><title>Caf=C3=A9 closed | Harbour Gazette</title></head><body><article><h1>Caf=C3=A9 closed</h1><p>By Ana Petrova=\r\n, 6 May 2031</p><p>${sentence}</p></article><iframe src=3D"cid:frame-2@mhtml.example"></iframe></body></html>`;
const chromium = lines(
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://www.harbour-gazette.example/cafe?utm_source=x',
  'Subject: =?utf-8?Q?Caf=C3=A9_closed_|?=',
  ' =?utf-8?Q?_Harbour_Gazette?=',
  'Date: Wed, 7 May 2031 10:00:00 GMT',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----MultipartBoundary--x----"',
  '',
  '------MultipartBoundary--x----',
  'Content-Type: text/html',
  'Content-ID: <frame-1@mhtml.example>',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://www.harbour-gazette.example/cafe',
  '',
  page,
  '------MultipartBoundary--x----',
  'Content-Type: text/html',
  'Content-ID: <frame-2@mhtml.example>',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from('<p>Buy a boat.</p>').toString('base64'),
  '------MultipartBoundary--x----',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://www.harbour-gazette.example/a.png',
  '',
  'iVBORw0KGgo=',
  '------MultipartBoundary--x------',
  '',
);

describe('pages in one file (MHTML)', () => {
  it('reads what Chromium saves', async () => {
    const { csl, text, mediaType, warnings } = await readDocument('cafe.mhtml', chromium);
    expect(csl).toMatchObject({
      title: 'Café closed',
      author: [{ given: 'Ana', family: 'Petrova' }],
      issued: { 'date-parts': [[2031, 5, 6]] },
      URL: 'https://www.harbour-gazette.example/cafe',
      accessed: { 'date-parts': [[2031, 5, 7]] },
    });
    expect(text.split('\n\n')).toEqual(['Café closed', 'By Ana Petrova, 6 May 2031', sentence]);
    expect([mediaType, warnings]).toEqual(['multipart/related', []]);
  });

  it('reads what Word and Internet Explorer save, in their encodings', async () => {
    const word = Buffer.concat([
      Buffer.from(
        lines(
          'From: "Saved by Windows Internet Explorer 8"',
          'Subject: =?windows-1251?B?z+7w8vs=?=',
          'Date: Tue, 6 May 2031 10:00:00 +0400',
          'MIME-Version: 1.0',
          'Content-Type: multipart/related; boundary="=_Next"; type="text/html"',
          '',
          'This is a multi-part message in MIME format.',
          '',
          '--=_Next',
          'Content-Type: text/html; charset="windows-1251"',
          'Content-Transfer-Encoding: 8bit',
          'Content-Location: file:///C:/Users/a/page.htm',
          '',
          '',
        ),
      ),
      Buffer.from('<html><body><p>'),
      Buffer.from([0xcf, 0xee, 0xf0, 0xf2, 0xfb, 0x20, 0xe7, 0xe0, 0xea, 0xf0, 0xfb, 0xf2, 0xfb]),
      Buffer.from('.</p></body></html>\r\n--=_Next--\r\n'),
    ]);
    const { csl, text } = await readDocument('page.mht', word);
    expect([csl.title, csl.URL, text]).toEqual(['Порты', undefined, 'Порты закрыты.']);
  });

  it('puts a frame that has the article into the page', async () => {
    const framed = chromium
      .replace(
        page,
        '<html><title>Shell</title><body><nav><a href=3D"/">Home</a></nav><iframe src=3D"cid:frame-2@mhtml.example"></iframe></body></html>',
      )
      .replace(
        Buffer.from('<p>Buy a boat.</p>').toString('base64'),
        Buffer.from(`<h1>Shell</h1>${`<p>${sentence}</p>`.repeat(5)}`).toString('base64'),
      );
    const { text } = await readDocument('framed.mhtml', framed);
    expect(text.split(sentence)).toHaveLength(6);
    expect(text).not.toContain('Home');
  });

  it('reads a file that was cut off as far as it goes, and says when nothing is in it', async () => {
    const { text } = await readDocument('cut.mhtml', chromium.slice(0, chromium.indexOf('nobody could say')));
    expect(text).toContain('The harbour was closed for three days');
    await expect(
      readDocument('cut.mhtml', chromium.slice(0, chromium.indexOf('Content-Type: text/html'))),
    ).rejects.toThrow(/holds no page/u);
  });

  it('takes an e-mail for what it is', async () => {
    const mail = `To: omar@harbour.example\r\n${chromium}`;
    await expect(readDocument('letter.eml', mail)).rejects.toThrow(/e-mail/u);
  });
});
