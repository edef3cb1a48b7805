import type { StyleInfo } from '../../../shared/citing/types';
import { useAct } from '../../client';
import { useToasts } from '../../ui';

const LARGEST_STYLE = 2_000_000;

/** Adds a `.csl` file to the library; a broken one is refused with the reason, and nothing changes. */
export function useAddStyle(onAdded: (style: StyleInfo) => void = () => {}) {
  const toasts = useToasts();
  const { act } = useAct('citing.addStyle', { success: (style) => `Added “${style.title}”`, onSuccess: onAdded });
  return async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST_STYLE) {
      toasts.fail({ message: 'The file is larger than any citation style. Choose a .csl file.' });
      return;
    }
    await act({ fileName: file.name, xml: await file.text() });
  };
}
