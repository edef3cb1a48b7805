import { elementsOf } from '../../xml';
import { entryName, readOptionalXml, type Zip } from '../zip';

export interface Relationship {
  /** The last part of its type, which is the same in both of the standard's vocabularies: "footnotes", "hyperlink". */
  type: string;
  /** A name in the archive, or an address outside. */
  target: string;
  external: boolean;
}

/** What a part refers to, by id; '' is the package itself. */
export async function relationshipsOf(zip: Zip, part: string): Promise<Map<string, Relationship>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = await readOptionalXml(zip, `${folder}_rels/${part.slice(slash)}.rels`);
  const relationships = new Map<string, Relationship>();
  for (const { attrs } of elementsOf(root, 'Relationship')) {
    const { Id = '', Type = '', Target = '', TargetMode } = attrs;
    const external = TargetMode === 'External';
    const target = external ? Target : entryName(folder, Target);
    relationships.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target, external });
  }
  return relationships;
}

/** The name of the part of a type that a part refers to inside the archive. */
export function partOfType(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  const all = [...relationships.values()];
  return all.find((relationship) => !relationship.external && relationship.type === type)?.target;
}
