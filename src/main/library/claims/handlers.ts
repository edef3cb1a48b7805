import type { Handlers } from '../../../shared/contract';
import { trashing } from '../common/trashing';
import type { LibraryContext } from '../context';
import { addEvidence, removeEvidence, updateEvidence } from './evidence/store';
import { addPosition, removePosition, updatePosition } from './positions/store';
import { relateClaims, unrelateClaims } from './relations/store';
import { createClaim, getClaim, ledger, listClaims, updateClaim } from './store';

type ClaimMethod =
  | 'claims.list'
  | 'claims.get'
  | 'claims.create'
  | 'claims.update'
  | 'claims.trash'
  | 'claims.ledger'
  | 'claims.relate'
  | 'claims.unrelate'
  | 'claims.addEvidence'
  | 'claims.updateEvidence'
  | 'claims.removeEvidence'
  | 'claims.addPosition'
  | 'claims.updatePosition'
  | 'claims.removePosition';

export function claimsHandlers({ db, change, linkId }: LibraryContext): Handlers<ClaimMethod> {
  return {
    'claims.list': (input) => db.read((reader) => listClaims(reader, input)),
    'claims.get': ({ id, asOf }) => db.read((reader) => getClaim(reader, id, asOf)),
    'claims.ledger': (input) => db.read((reader) => ledger(reader, input)),
    'claims.create': (input) => change({ label: 'Add claim' }, (writer) => createClaim(writer, input)),
    'claims.update': (input) => change({ label: 'Edit claim' }, (writer) => updateClaim(writer, input)),
    'claims.trash': trashing(change, 'claim'),
    'claims.relate': (input) => change({ label: 'Relate claims' }, (writer) => relateClaims(writer, linkId, input)),
    'claims.unrelate': ({ id }) =>
      change({ label: 'Remove relation' }, async (writer) => {
        await unrelateClaims(writer, id);
        return null;
      }),
    'claims.addEvidence': (input) => change({ label: 'Add evidence' }, (writer) => addEvidence(writer, linkId, input)),
    'claims.updateEvidence': (input) => change({ label: 'Edit evidence' }, (writer) => updateEvidence(writer, input)),
    'claims.removeEvidence': ({ id }) =>
      change({ label: 'Remove evidence' }, async (writer) => {
        await removeEvidence(writer, id);
        return null;
      }),
    'claims.addPosition': (input) => change({ label: 'Add position' }, (writer) => addPosition(writer, input)),
    'claims.updatePosition': (input) => change({ label: 'Edit position' }, (writer) => updatePosition(writer, input)),
    'claims.removePosition': ({ id }) =>
      change({ label: 'Remove position' }, async (writer) => {
        await removePosition(writer, id);
        return null;
      }),
  };
}
