import { useMemo } from 'react';
import { useCall } from '../../client';
import { StatusMark, type ComboboxItem } from '../../ui';

/** All claims as a combobox offers them, with their status now. */
export function useClaimItems(enabled = true): ComboboxItem[] {
  const claims = useCall('claims.list', {}, { enabled }).data;
  return useMemo(
    () =>
      (claims ?? []).map(({ id, statement, status }) => ({
        id,
        label: statement,
        icon: <StatusMark status={status} />,
      })),
    [claims],
  );
}
