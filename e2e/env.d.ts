import type { Bridge } from '../src/shared/bridge';

declare global {
  interface Window {
    readonly commonplace: Bridge;
  }
}
