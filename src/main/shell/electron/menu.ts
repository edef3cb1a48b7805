import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Items that the window itself carries out; names are those of the renderer's commands. */
type Command = { label: string; accelerator?: string; command: string };

/**
 * The application menu. Edit, view and window items are the system's; the others send 'shell.command'.
 * @param send hands a command to the window
 */
export function installMenu(send: (command: string) => void, platform: NodeJS.Platform = process.platform): void {
  const item = ({ label, accelerator, command }: Command): MenuItemConstructorOptions => ({
    label,
    // Shown, not registered: the page sees the key first and knows whether a text field wants it.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => send(command),
  });
  const mac = platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item({ label: 'New memo', accelerator: 'CmdOrCtrl+Alt+N', command: 'memo.new' }),
        item({ label: 'Import files…', accelerator: 'CmdOrCtrl+O', command: 'source.import' }),
        { type: 'separator' },
        item({ label: 'Open library…', command: 'library.choose' }),
        item({ label: 'Close library', command: 'library.close' }),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // On macOS the role is what text fields need when the page did not take the key.
        mac ? { role: 'undo' } : item({ label: 'Undo', accelerator: 'Ctrl+Z', command: 'history.undo' }),
        mac ? { role: 'redo' } : item({ label: 'Redo', accelerator: 'Ctrl+Shift+Z', command: 'history.redo' }),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        { type: 'separator' },
        item({ label: 'Find in this text', accelerator: 'CmdOrCtrl+F', command: 'find.open' }),
        item({ label: 'Search', accelerator: 'CmdOrCtrl+Shift+F', command: 'app.search' }),
        item({ label: 'Commands…', accelerator: 'CmdOrCtrl+K', command: 'app.palette' }),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        item({ label: 'Invisible characters of a memo', accelerator: 'CmdOrCtrl+Alt+P', command: 'memo.invisibles' }),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools', visible: false },
      ],
    },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
