import { runElectron } from './shell/electron';

/** Electron's entry: `package.json` names it as `main`. */
await runElectron(process.argv);
