import { useCallback } from 'react';
import type { AttachmentInfo } from '../../../shared/domain/sources';
import { failureFrom } from '../../../shared/result';
import { saveFile } from '../../client/saveFile';
import { useToasts } from '../../ui/Toast';
import { readOriginal } from './original';

/** Hands a copy of an original file to the shell, which asks where to put it; says so where the file is gone or was changed. */
export function useSaveOriginal(): (attachment: AttachmentInfo) => Promise<void> {
  const toasts = useToasts();
  return useCallback(
    async ({ id, fileName, mediaType }) => {
      try {
        saveFile({ fileName, mediaType, bytes: await readOriginal(id) });
      } catch (error) {
        toasts.fail(failureFrom(error));
      }
    },
    [toasts],
  );
}
