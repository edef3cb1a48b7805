import type { ActorKind } from '../../../shared/domain/actors';

/** The token and the shape of each kind of actor: never colour alone. */
export const kindLooks: Record<
  ActorKind,
  { token: string; shape: 'ellipse' | 'rectangle' | 'diamond' | 'triangle' | 'hexagon' }
> = {
  person: { token: '--tag-blue', shape: 'ellipse' },
  state: { token: '--tag-red', shape: 'rectangle' },
  organisation: { token: '--tag-teal', shape: 'diamond' },
  group: { token: '--tag-orange', shape: 'triangle' },
  place: { token: '--tag-green', shape: 'hexagon' },
};

/** The values that tokens have now, light or dark, as the canvas needs them: `rgb(…)`. */
export function tokenReader(within: HTMLElement): { read(token: string): string; done(): void } {
  const probe = document.createElement('span');
  probe.hidden = true;
  within.append(probe);
  return {
    read(token) {
      probe.style.color = `var(${token})`;
      return getComputedStyle(probe).color;
    },
    done: () => probe.remove(),
  };
}
