import type { SnapshotInfo } from '../../../shared/domain/sources';
import { Select } from '../../ui/Select';
import { capturedOn } from './captured';

export interface SnapshotSelectProps {
  label: string;
  hideLabel?: boolean;
  /** Newest first, as a source has them. */
  snapshots: readonly SnapshotInfo[];
  /** The newest of all, where not all are offered. */
  newest?: string | undefined;
  value: string;
  onChange: (snapshotId: string) => void;
}

/** One of a source's snapshots, by when it was captured; the newest comes first and says so. */
export function SnapshotSelect({
  snapshots,
  newest = snapshots[0]?.id,
  hideLabel = false,
  ...select
}: SnapshotSelectProps) {
  const options = snapshots.map(({ id, capturedAt }) => ({
    value: id,
    label: `${capturedOn(capturedAt)}${id === newest ? ' · newest' : ''}`,
  }));
  return <Select {...select} hideLabel={hideLabel} options={options} />;
}
