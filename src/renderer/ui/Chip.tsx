import { Building2, Landmark, MapPin, User, Users, X, type LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { ActorKind } from '../../shared/domain/actors';
import type { TagColour } from '../../shared/domain/common';
import styles from './Chip.module.css';
import { cx } from './cx';

export const actorIcons: Record<ActorKind, LucideIcon> = {
  person: User,
  state: Landmark,
  organisation: Building2,
  group: Users,
  place: MapPin,
};

export function ActorIcon({ kind, size = 14 }: { kind: ActorKind; size?: number }) {
  const Icon = actorIcons[kind];
  return <Icon size={size} aria-hidden />;
}

/** The dot of a tag or excerpt colour. */
export function ColourDot({ colour }: { colour: TagColour }) {
  return <span className={cx(styles['dot'], styles[colour])} aria-hidden />;
}

export interface ChipProps {
  icon?: ReactNode;
  look?: 'plain' | 'citation';
  /** Makes it a button. */
  onClick?: (event: MouseEvent) => void;
  onRemove?: () => void;
  removeLabel?: string;
  title?: string;
  children: ReactNode;
}

/** A tag, an actor or a citation inside a line. */
export function Chip({ icon, look = 'plain', onClick, onRemove, removeLabel = 'Remove', title, children }: ChipProps) {
  const className = cx(styles['chip'], look === 'citation' && styles['citation']);
  const content = (
    <>
      {icon}
      <span className={styles['text']} dir="auto">
        {children}
      </span>
    </>
  );
  if (onClick && !onRemove) {
    return (
      <button type="button" className={className} onClick={onClick} title={title}>
        {content}
      </button>
    );
  }
  return (
    <span className={className} title={title}>
      {content}
      {onRemove && (
        <button type="button" className={styles['remove']} aria-label={removeLabel} onClick={onRemove}>
          <X size={12} aria-hidden />
        </button>
      )}
    </span>
  );
}

/** A tag with its colour. */
export function TagChip({
  name,
  colour = 'none',
  ...rest
}: { name: string; colour?: TagColour } & Pick<ChipProps, 'onClick' | 'onRemove'>) {
  return (
    <Chip icon={<ColourDot colour={colour} />} removeLabel={`Remove tag ${name}`} {...rest}>
      {name}
    </Chip>
  );
}

/** An actor with the icon of its kind. */
export function ActorChip({
  name,
  kind,
  ...rest
}: { name: string; kind: ActorKind } & Pick<ChipProps, 'onClick' | 'onRemove' | 'title'>) {
  return (
    <Chip icon={<ActorIcon kind={kind} size={12} />} removeLabel={`Remove ${name}`} {...rest}>
      {name}
    </Chip>
  );
}
