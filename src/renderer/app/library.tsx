import { createContext, use } from 'react';
import type { LibraryInfo } from '../../shared/domain/library';

/** The open library; every view below the frame has one. */
export const LibraryContext = createContext<LibraryInfo | null>(null);

export function useLibrary(): LibraryInfo {
  const library = use(LibraryContext);
  if (!library) throw new Error('useLibrary needs an open library');
  return library;
}
