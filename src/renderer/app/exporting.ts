import { useCallback } from 'react';
import type { ExportOutcome } from '../../shared/domain/exports';
import { call } from '../client';
import { saveFile } from '../client/saveFile';
import { useAct } from '../client/useAct';
import { useToasts } from '../ui/Toast';

/** Hands every file of an export to the shell and says what the exporter warned of. */
export function useSaveOutcome(): (outcome: ExportOutcome) => void {
  const toasts = useToasts();
  return useCallback(
    (outcome) => {
      outcome.files.forEach(saveFile);
      if (outcome.warnings.length > 0) toasts.fail({ message: outcome.warnings.join(' ') });
    },
    [toasts],
  );
}

/** Ends an export, if it is under way; it answers those who still wait for it. */
export function stopExport(jobId: string | null): void {
  if (jobId !== null) void call('exports.cancel', { jobId }).catch(() => {});
}

export function useExportBibliography() {
  const save = useSaveOutcome();
  return useAct('exports.bibliography', { onSuccess: save });
}

export function useExportAnnotations() {
  const save = useSaveOutcome();
  return useAct('exports.annotations', { onSuccess: save });
}
