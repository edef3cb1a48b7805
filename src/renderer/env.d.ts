/// <reference types="vite/client" />
import type { Bridge } from '../shared/bridge';

declare global {
  interface Window {
    /** Put there by the shell before the page's own script runs. */
    readonly commonplace: Bridge;
  }
}
