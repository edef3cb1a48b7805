import type { ActorKind } from '../../domain/actors';
import type { MentionForm, SuggestedRole } from '../../domain/suggestions';

/** One place where an actor is named, as a range of tokens. */
export interface GroupMention {
  from: number;
  to: number;
  form: MentionForm;
}

/** Everything that this text says about one actor. */
export interface Group {
  index: number;
  kind: ActorKind;
  name: string;
  /** Other full names and abbreviations, as written. */
  aliases: string[];
  roles: SuggestedRole[];
  /** Folded heads of its roles or of its own name, by which "the minister" and "the agency" are understood. */
  heads: Set<string>;
  gender: 'm' | 'f' | null;
  /** The state whose body it is. */
  owner: string | null;
  mentions: GroupMention[];
  confidence: number;
  reasons: string[];
}

/** The actors of a text as they are found, and who is named at which token. */
export class ActorBook {
  readonly groups: Group[] = [];
  /** First token of a mention → the mention; every mention is here once. */
  readonly #at = new Map<number, { group: Group; mention: GroupMention }>();
  /** Tokens of names that fit several actors → who they are. */
  readonly ambiguous = new Map<number, Group[]>();
  readonly #byKey = new Map<string, Group>();

  /** The group under this key, made if it is new. */
  group(key: string, kind: ActorKind, name: string): Group {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const group: Group = {
      index: this.groups.length,
      kind,
      name,
      aliases: [],
      roles: [],
      heads: new Set(),
      gender: null,
      owner: null,
      mentions: [],
      confidence: 0,
      reasons: [],
    };
    this.groups.push(group);
    this.#byKey.set(key, group);
    return group;
  }

  find(key: string): Group | undefined {
    return this.#byKey.get(key);
  }

  /** Another key for the same group; the first that took a key keeps it. */
  also(key: string, group: Group): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, group);
  }

  mention(group: Group, from: number, to: number, form: MentionForm): void {
    if (this.#at.has(from) && form !== 'adjective') return;
    const mention = { from, to, form };
    group.mentions.push(mention);
    if (!this.#at.has(from)) this.#at.set(from, { group, mention });
  }

  /** Who is named by a mention that begins at this token. */
  at(token: number): { group: Group; mention: GroupMention } | undefined {
    return this.#at.get(token);
  }

  alias(group: Group, text: string): void {
    const clean = text.replace(/\s+/gu, ' ').trim();
    if (clean === '' || clean.toLowerCase() === group.name.toLowerCase()) return;
    if (!group.aliases.some((alias) => alias.toLowerCase() === clean.toLowerCase())) group.aliases.push(clean);
  }

  reason(group: Group, text: string): void {
    if (group.reasons.length < 4 && !group.reasons.includes(text)) group.reasons.push(text);
  }
}
