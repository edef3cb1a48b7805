import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react';
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '../../ui/Button';
import { Input } from '../../ui/Field';
import { IconButton } from '../../ui/IconButton';
import type { Zoom } from './useZoom';
import type { PageSize } from './worker/messages';
import styles from './pages.module.css';

export interface PagesBarProps {
  pages: readonly PageSize[];
  current: number;
  zoom: Zoom;
  onPage: (page: number) => void;
}

/** Index of the page that somebody means by what they typed: its label first, else its number. -1 for none. */
export function pageNamed(pages: readonly PageSize[], typed: string): number {
  const wanted = typed.trim().toLowerCase();
  const labelled = pages.findIndex(({ label }) => label.toLowerCase() === wanted);
  if (labelled !== -1) return labelled;
  const number = /^\d{1,6}$/u.test(wanted) ? Number(wanted) : 0;
  return number >= 1 && number <= pages.length ? number - 1 : -1;
}

/** Which page is read and how large it is shown. */
export function PagesBar({ pages, current, zoom, onPage }: PagesBarProps) {
  const label = pages[current]?.label ?? '';
  const isLabelled = pages.some((page, index) => page.label !== String(index + 1));
  return (
    <div className={styles.controls} role="toolbar" aria-label="Pages">
      <IconButton
        label="Page before"
        icon={<ChevronUp size={16} />}
        disabled={current === 0}
        onClick={() => onPage(current - 1)}
      />
      <IconButton
        label="Next page"
        icon={<ChevronDown size={16} />}
        disabled={current >= pages.length - 1}
        onClick={() => onPage(current + 1)}
      />
      <PageBox key={label} pages={pages} label={label} onPage={onPage} />
      <span className={styles.count}>{isLabelled ? `${current + 1} of ${pages.length}` : `of ${pages.length}`}</span>
      <span className={styles.gap} />
      <IconButton label="Reduce" shortcut="mod+-" icon={<Minus size={16} />} onClick={zoom.farther} />
      <span className={styles.factor}>{Math.round(zoom.factor * 100)}%</span>
      <IconButton label="Enlarge" shortcut="mod+=" icon={<Plus size={16} />} onClick={zoom.nearer} />
      <Button aria-pressed={zoom.fits} className={styles.fit} onClick={zoom.fit}>
        Fit width
      </Button>
    </div>
  );
}

/** The page's label, to be typed over. */
function PageBox({
  pages,
  label,
  onPage,
}: {
  pages: readonly PageSize[];
  label: string;
  onPage: (page: number) => void;
}) {
  const [typed, setTyped] = useState(label);
  const [wrong, setWrong] = useState(false);
  useEffect(() => setTyped(label), [label]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const page = pageNamed(pages, typed);
    setWrong(page === -1);
    if (page !== -1) onPage(page);
  };
  return (
    <form className={styles.pageBox} onSubmit={submit}>
      <Input
        label="Page"
        hideLabel
        aria-invalid={wrong || undefined}
        title={wrong ? 'There is no such page.' : undefined}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          setTyped(label);
          setWrong(false);
        }}
      />
    </form>
  );
}
