import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { standingsShown } from './find';
import { settleExcerpt, settlingOf } from './settle';

type AnchorMethod = 'anchors.list' | 'anchors.get' | 'anchors.settle';

export function anchorsHandlers({ db, change, linkId }: LibraryContext): Handlers<AnchorMethod> {
  return {
    'anchors.list': ({ snapshotId }) => db.read((reader) => standingsShown(reader, snapshotId)),
    'anchors.get': ({ excerptId }) => db.read((reader) => settlingOf(reader, excerptId)),
    'anchors.settle': (input) => change({ label: 'Settle excerpt' }, (writer) => settleExcerpt(writer, linkId, input)),
  };
}
