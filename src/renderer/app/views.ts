import type { ComponentType } from 'react';
import type { PlaceOf, ViewName } from './places';

/** Where a detail stands. 'beside' is the second pane; 'preview' shows what one is about to open, and is not worked in. */
export type PaneName = 'main' | 'beside' | 'preview';

export interface ListProps<Name extends ViewName> {
  place: PlaceOf<Name>;
}
export interface DetailProps<Name extends ViewName> {
  place: PlaceOf<Name>;
  /** In 'beside', open links with `openBeside` where they belong to the same job. */
  pane: PaneName;
}

/** What a feature gives the frame: one view a folder, in `features/<noun>/view.tsx` as `export const view`. */
export interface View<Name extends ViewName = ViewName> {
  name: Name;
  /** Plural, for headings: "Claims". */
  title: string;
  /** The list pane. Left out where the view fills the window. */
  List?: ComponentType<ListProps<Name>>;
  Detail: ComponentType<DetailProps<Name>>;
}

/** Keeps the name's type while checking the shape. */
export function defineView<const Name extends ViewName>(view: View<Name>): View<Name> {
  return view;
}
