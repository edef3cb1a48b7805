import type { ComponentType } from 'react';
import type { PlaceOf, ViewName } from './places';

export interface ListProps<Name extends ViewName> {
  place: PlaceOf<Name>;
}
export interface DetailProps<Name extends ViewName> {
  place: PlaceOf<Name>;
  /** 'beside' is the second pane: open links from there with `openBeside` where they belong to the same job. */
  pane: 'main' | 'beside';
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
