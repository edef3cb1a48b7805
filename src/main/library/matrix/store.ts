import { roleAt, roleInWords } from '../../../shared/actors/roles';
import { asOf, knownBy } from '../../../shared/claims/as-of';
import { ledgerOn } from '../../../shared/claims/ledger';
import type { ParsedInputOf } from '../../../shared/contract';
import { compareEdtf } from '../../../shared/dates/edtf';
import type { ActorKind, ActorRole } from '../../../shared/domain/actors';
import type { ClaimSummary, EvidenceStance } from '../../../shared/domain/claims';
import type { ActorCell, Matrix, MatrixCitation, MatrixColumn, SourceCell } from '../../../shared/domain/matrix';
import { rolesByActor } from '../actors/roles/store';
import { claimMaterial, type ClaimMaterial, type MaterialOf } from '../claims/material/store';
import { listClaims } from '../claims/store';
import { groupBy, idList, locatorOf } from '../common/rows';
import type { Reader } from '../db/types';

type Question = ParsedInputOf<'matrix.get'>;

/** Claims against actors or sources, on a date or now: a fixed number of statements, however large. @throws `bad-input` */
export async function matrix(db: Reader, question: Question): Promise<Matrix> {
  const materialOf = await claimMaterial(db, null);
  const claims = await chosenClaims(db, question, materialOf);
  const ids = new Set(claims.map(({ id }) => id));
  const rows = claims.map(({ id, statement, status }) => ({ id, statement, status }));
  const facts = { asOf: question.asOf, claims: rows, dates: datesOf([...ids].map(materialOf)) };
  if (question.across === 'actors') {
    const roles = await rolesByActor(db);
    const cells = chosen(await actorCells(db, ids, { materialOf, roles }, question.asOf), question);
    const columns = await actorColumns(db, cells, roles, question.asOf);
    return { ...facts, across: 'actors', columns, cells };
  }
  const cells = chosen(await sourceCells(db, ids, question.asOf), question);
  return { ...facts, across: 'sources', columns: await sourceColumns(db, cells), cells };
}

async function chosenClaims(
  db: Reader,
  { asOf: date, tagId, collectionId, claimIds, statuses }: Question,
  materialOf: MaterialOf,
) {
  const narrowed = { ...(tagId ? { tagId } : {}), ...(collectionId ? { collectionId } : {}) };
  const claims = await listClaims(db, { asOf: date, includeTrashed: false, ...narrowed }, materialOf);
  const wanted = claimIds && new Set(claimIds);
  return claims
    .filter(({ id, status }) => (wanted?.has(id) ?? true) && (statuses?.includes(status) ?? true))
    .sort(
      (a: ClaimSummary, b: ClaimSummary) =>
        compareEdtf(a.firstAppearance, b.firstAppearance) || a.statement.localeCompare(b.statement),
    );
}

function chosen<Cell extends { columnId: string }>(cells: Cell[], { columnIds }: Question): Cell[] {
  const wanted = columnIds && new Set(columnIds);
  return wanted ? cells.filter(({ columnId }) => wanted.has(columnId)) : cells;
}

/** Where the picture changes: the dates of positions, and of the sources of evidence. */
function datesOf(materials: readonly ClaimMaterial[]): string[] {
  const dates = materials.flatMap(({ evidence, positions }) => [...evidence, ...positions].map(({ date }) => date));
  return [...new Set(dates)].filter((date) => date !== '').sort(compareEdtf);
}

const citationSql = `e.id AS excerptId, s.id AS sourceId, s.citation_key AS citationKey, s.short_citation AS shortCitation,
  e.locator_label AS label, e.locator_value AS value`;
type CitationRow = Omit<MatrixCitation, 'locator'> & { label: string | null; value: string | null };

function toCitation({ excerptId, sourceId, citationKey, shortCitation, label, value }: CitationRow): MatrixCitation {
  return { excerptId, sourceId, citationKey, shortCitation, locator: locatorOf(label, value) };
}

async function actorCells(
  db: Reader,
  claimIds: ReadonlySet<string>,
  { materialOf, roles }: { materialOf: MaterialOf; roles: ReadonlyMap<string, ActorRole[]> },
  date: string,
): Promise<ActorCell[]> {
  const cited = await db.all<CitationRow & { positionId: string }>(
    `SELECT p.id AS positionId, ${citationSql} FROM position p
     JOIN excerpt e ON e.id = p.excerpt_id AND e.deleted_at IS NULL
     JOIN source s ON s.id = e.source_id AND s.deleted_at IS NULL
     WHERE p.deleted_at IS NULL AND p.claim_id IN (SELECT value FROM json_each(?))`,
    [idList(claimIds)],
  );
  const citationOf = new Map(cited.map((row) => [row.positionId, toCitation(row)]));
  return ledgerOn(
    [...claimIds].flatMap((id) => materialOf(id).positions),
    date,
  ).map(({ claimId, actorId, stand, perhaps, latest, positionIds, reported: [reported] }) => {
    const rests = [...positionIds, ...(latest ? [latest.positionId] : []), ...(reported ? [reported.positionId] : [])];
    const citations = [...new Set(rests)].flatMap((id) => citationOf.get(id) ?? []);
    return {
      claimId,
      columnId: actorId,
      stand,
      perhaps,
      latest: latest && { stance: latest.stance, date: latest.date },
      roleThen: roleAt(roles.get(actorId) ?? [], latest?.date ?? ''),
      reported: reported ? { stance: reported.stance, date: reported.date } : null,
      citations: uniqueExcerpts(citations),
    };
  });
}

async function actorColumns(
  db: Reader,
  cells: readonly ActorCell[],
  roles: ReadonlyMap<string, ActorRole[]>,
  date: string,
): Promise<MatrixColumn[]> {
  const cellsOf = groupBy(cells, ({ columnId }) => columnId);
  const given = [idList(cellsOf.keys())];
  const actors = await db.all<{ id: string; name: string; kind: ActorKind }>(
    'SELECT id, name, kind FROM actor WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name COLLATE NOCASE, id',
    given,
  );
  const weight = (id: string) => cellsOf.get(id)?.length ?? 0;
  return actors
    .map(({ id, name, kind }) => {
      const [then] = date === '' ? [] : roleAt(roles.get(id) ?? [], date);
      const note = then === undefined ? '' : roleInWords(then);
      return { id, name, kind, note };
    })
    .sort((a, b) => weight(b.id) - weight(a.id));
}

async function sourceCells(db: Reader, claimIds: ReadonlySet<string>, date: string): Promise<SourceCell[]> {
  const rows = await db.all<CitationRow & { claimId: string; stance: EvidenceStance; date: string }>(
    `SELECT v.claim_id AS claimId, v.stance, s.issued AS date, ${citationSql} FROM evidence v
     JOIN excerpt e ON e.id = v.excerpt_id AND e.deleted_at IS NULL
     JOIN source s ON s.id = e.source_id AND s.deleted_at IS NULL
     WHERE v.deleted_at IS NULL AND v.claim_id IN (SELECT value FROM json_each(?)) ORDER BY v.created_at, v.id`,
    [idList(claimIds)],
  );
  const pairs = groupBy(asOf(rows, date), ({ claimId, sourceId }) => `${claimId} ${sourceId}`);
  return [...pairs.values()].flatMap((pieces) => {
    const [first] = pieces;
    if (first === undefined) return [];
    const count = (stance: EvidenceStance) => pieces.filter((piece) => piece.stance === stance).length;
    return [
      {
        claimId: first.claimId,
        columnId: first.sourceId,
        supports: count('supports'),
        contradicts: count('contradicts'),
        context: count('context'),
        perhaps: knownBy(first.date, date) === 'perhaps',
        citations: uniqueExcerpts(pieces.map(toCitation)),
      },
    ];
  });
}

async function sourceColumns(db: Reader, cells: readonly SourceCell[]): Promise<MatrixColumn[]> {
  const rows = await db.all<{ id: string; name: string; note: string; issued: string }>(
    `SELECT id, short_citation AS name, title AS note, issued FROM source
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY short_citation COLLATE NOCASE, id`,
    [idList(cells.map(({ columnId }) => columnId))],
  );
  return rows
    .sort((a, b) => compareEdtf(a.issued, b.issued))
    .map(({ id, name, note }) => ({ id, name, note, kind: null }));
}

function uniqueExcerpts(citations: readonly MatrixCitation[]): MatrixCitation[] {
  return [...new Map(citations.map((citation) => [citation.excerptId, citation])).values()];
}
