import { expect, test } from './fixtures';

/** What every shell promises, whatever the window shows. */
test.describe('the shell', () => {
  test('opens a window that shows the app', async ({ app }) => {
    await expect(app.page).toHaveTitle(/Commonplace/);
    await expect(app.page.locator('#root')).not.toBeEmpty();
  });

  test('gives the page the contract and nothing else', async ({ page }) => {
    const found = await page.evaluate(() => ({
      bridge: Object.keys(window.commonplace),
      methods: Object.keys(window.commonplace.call),
      leaks: ['require', 'process', 'Buffer', 'module', '__dirname', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      global: Object.keys(window).filter((name) => /commonplace/i.test(name)),
      frozen: Object.isFrozen(window.commonplace) && Object.isFrozen(window.commonplace.call),
    }));
    const { contract } = await import('../src/shared/contract');
    expect(found.bridge.sort()).toEqual(['call', 'on']);
    expect(found.methods.sort()).toEqual(Object.keys(contract).sort());
    expect(found.leaks).toEqual([]);
    expect(found.global).toEqual(['commonplace']);
    expect(found.frozen).toBe(true);
  });

  test('answers wrong-typed calls of every method with a typed error', async ({ page }) => {
    const answers = await page.evaluate(async () => {
      const wrong: unknown[] = [undefined, null, 7, 'text', [], { surprise: true }, { id: 1, __proto__: null }];
      const calls = Object.entries(window.commonplace.call) as [string, (input: unknown) => Promise<Answer>][];
      interface Answer {
        ok: boolean;
        error?: { code: string; message: string };
      }
      const result: string[] = [];
      for (const [method, call] of calls) {
        for (const input of wrong) {
          const answer = await call(input);
          const good = !answer.ok && answer.error?.code === 'bad-input' && answer.error.message.length > 0;
          if (!good) result.push(`${method}(${JSON.stringify(input)}): ${JSON.stringify(answer)}`);
        }
      }
      return result;
    });
    expect(answers).toEqual([]);
  });

  test('lets nothing out: no fetch, no image, no navigation, no second window', async ({ app, page }) => {
    const outcome = await page.evaluate(async () => {
      const failed = (promise: Promise<unknown>) =>
        promise.then(
          () => false,
          () => true,
        );
      const image = new Image();
      const loaded = new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = reject;
      });
      image.src = 'https://example.com/pixel.png';
      const refused = {
        fetch: await failed(fetch('https://example.com/')),
        image: await failed(loaded),
        ownOriginOutsideTheFiles: await failed(fetch('/../../package.json')),
        html: (() => {
          try {
            document.createElement('div').innerHTML = '<b>x</b>';
            return false;
          } catch {
            return true;
          }
        })(),
        evaluation: (() => {
          try {
            return Boolean(new Function('return false')());
          } catch {
            return true;
          }
        })(),
      };
      window.open('https://example.com/window');
      location.href = 'https://example.com/away';
      return refused;
    });
    expect(outcome).toEqual({
      fetch: true,
      image: true,
      ownOriginOutsideTheFiles: true,
      html: true,
      evaluation: true,
    });
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(new URL(page.url()).hostname).toMatch(/^commonplace/);
    // This test provoked them: the policy's complaints, and the two requests the shell stopped.
    await app.close();
    expect(app.consoleErrors.length).toBeGreaterThan(0);
    app.consoleErrors.length = 0;
    app.leavingRequests.length = 0;
  });

  test('opens only https and mailto links outside', async ({ page }) => {
    const codes = await page.evaluate(async () => {
      const urls = [
        'javascript:alert(1)',
        'file:///etc/passwd',
        'http://example.com/',
        'https://a:b@example.com',
        'nonsense',
      ];
      const answers = await Promise.all(urls.map((url) => window.commonplace.call['shell.openExternal']({ url })));
      return answers.map((answer) => (answer.ok ? 'opened' : answer.error.code));
    });
    expect(codes).toEqual(['bad-input', 'bad-input', 'bad-input', 'bad-input', 'bad-input']);
  });

  test('finds the window’s state again after a restart', async ({ app }) => {
    const before = await app.page.evaluate(() =>
      window.commonplace.call['shell.saveState']({ state: { 'e2e.probe': { width: 321, text: 'ə — “x”' } } }),
    );
    expect(before.ok).toBe(true);
    await app.restart();
    const after = await app.page.evaluate(() => window.commonplace.call['shell.loadState']({}));
    expect(after).toMatchObject({ ok: true, value: { 'e2e.probe': { width: 321, text: 'ə — “x”' } } });
  });

  test('saves what the page offers as a download under a safe name, never over another file', async ({ app, page }) => {
    const offer = () =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const stop = window.commonplace.on('shell.saved', (saved) => (stop(), resolve(saved)));
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob(['words']));
            link.download = '../CON:memo.txt';
            link.click();
          }),
      );
    const first = (await offer()) as { fileName: string };
    const second = (await offer()) as { fileName: string };
    expect(second.fileName).not.toBe(first.fileName);
    const saved = await app.downloaded(first.fileName);
    expect(saved.bytes.toString()).toBe('words');
    expect(saved.name).not.toMatch(/[:/\\]/);
  });
});
