import type { ComponentType, ReactNode } from 'react';
import type { ViewName } from './places';
import type { View } from './views';

const found = import.meta.glob<{ view: View }>('../features/*/view.tsx', { eager: true });

/** Every view by name. Features are found by their folder, so that adding one touches no list. */
export const views = Object.fromEntries(Object.values(found).map(({ view }) => [view.name, view])) as Partial<
  Record<ViewName, View>
>;

type Provider = ComponentType<{ children: ReactNode }>;
const providers = Object.values(
  import.meta.glob<{ Provider: Provider }>('../features/*/provider.tsx', { eager: true }),
).map((module) => module.Provider);

/** What features hold for the whole frame: their commands, a queue, a drop target. Each `features/<noun>/provider.tsx`. */
export function FeatureProviders({ children }: { children: ReactNode }) {
  return providers.reduce<ReactNode>((inside, Provider) => <Provider>{inside}</Provider>, children);
}
