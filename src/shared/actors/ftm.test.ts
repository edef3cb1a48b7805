import { describe, expect, it } from 'vitest';
import type { ActorDetail, ActorRelation } from '../domain/actors';
import { ftmEntities } from './ftm';

const bare = {
  description: '',
  aliases: [],
  role: '',
  tags: [],
  excerptCount: 0,
  positionCount: 0,
  createdAt: '',
  modifiedAt: '',
  deletedAt: null,
  properties: {},
  names: [],
  roles: [],
  relations: [],
  excerpts: [],
  positions: [],
  merged: [],
};
const relation = (facts: Partial<ActorRelation>): ActorRelation => ({
  id: 'r',
  fromId: 'p',
  fromName: 'Selm',
  fromKind: 'person',
  toId: 'o',
  toName: 'Ministry',
  toKind: 'organisation',
  kind: 'leads',
  label: '',
  from: '',
  to: '',
  note: '',
  excerpts: [],
  ...facts,
});

describe('FollowTheMoney', () => {
  it('has people with their names, properties and posts, and the links between entities', () => {
    const leads = relation({ kind: 'leads', label: 'acting', from: '2021-03~', to: '2022/..' });
    const owns = relation({ id: 's', kind: 'owns', label: '51 %' });
    const elsewhere = relation({ id: 't', toId: 'not exported' });
    const person: ActorDetail = {
      ...bare,
      id: 'p',
      kind: 'person',
      name: 'Arvad Selm',
      names: [
        { id: 'n', kind: 'name', text: 'Arvad Selm', language: '', script: 'Latn' },
        { id: 'm', kind: 'weak-alias', text: 'The Ferryman', language: '', script: 'Latn' },
      ],
      properties: { birthDate: '1961~', nationality: 'Vellmark; Orud', deathDate: '199X' },
      roles: [{ id: 'q', title: 'Envoy', organisation: 'Vellmark', from: '2019', to: '' }],
      relations: [leads, owns, elsewhere],
    };
    const body: ActorDetail = { ...bare, id: 'o', kind: 'organisation', name: 'Ministry', relations: [leads, owns] };
    expect(ftmEntities([person, body])).toEqual([
      {
        id: 'p',
        schema: 'Person',
        properties: {
          name: ['Arvad Selm'],
          weakAlias: ['The Ferryman'],
          birthDate: ['1961'],
          nationality: ['Vellmark', 'Orud'],
        },
      },
      { id: 'q-position', schema: 'Position', properties: { name: ['Envoy of Vellmark'] } },
      { id: 'q', schema: 'Occupancy', properties: { holder: ['p'], post: ['q-position'], startDate: ['2019'] } },
      { id: 'o', schema: 'Organization', properties: { name: ['Ministry'] } },
      {
        id: 'r',
        schema: 'Directorship',
        properties: { director: ['p'], organization: ['o'], role: ['acting'], startDate: ['2021-03'] },
      },
      { id: 's', schema: 'UnknownLink', properties: { subject: ['p'], object: ['o'], role: ['owns (51 %)'] } },
    ]);
  });
});
