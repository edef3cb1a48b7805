import { useEffect, useState, type CSSProperties } from 'react';
import type { ImageBlock } from '../../../shared/memo/document';
import { useCall } from '../../client';
import styles from './image.module.css';

export interface PictureProps {
  image: Pick<ImageBlock, 'sha256' | 'alt' | 'pixels' | 'width'>;
}

/**
 * A picture of the library. Its place is kept free by the size the document knows, so that nothing jumps when it arrives; where
 * its file is missing or damaged, it says so there.
 */
export function Picture({ image: { sha256, alt, pixels, width } }: PictureProps) {
  const { data, error } = useCall('memos.image', { sha256 });
  const url = useBlobUrl(data);
  const [undrawable, setUndrawable] = useState<string | null>(null);
  const box: CSSProperties = { width: `${width * 100}%`, aspectRatio: `${pixels.width} / ${pixels.height}` };
  const problem = error?.message ?? (undrawable !== null && undrawable === url ? cannotDraw : null);
  if (problem !== null) {
    return (
      <div className={styles.lost} role="img" aria-label={alt === '' ? 'Missing picture' : `Missing picture: ${alt}`}>
        {alt !== '' && <span>{alt}</span>}
        <span className={styles.problem}>{problem}</span>
      </div>
    );
  }
  if (url === null) return <div className={styles.waiting} style={box} role="img" aria-label={alt} />;
  return (
    <img
      className={styles.picture}
      style={box}
      src={url}
      alt={alt}
      draggable={false}
      onError={() => setUndrawable(url)}
    />
  );
}

const cannotDraw = 'This picture cannot be shown: its file is damaged. Insert it again, or restore a backup.';

/** An address of bytes in this window, given back when it is no longer shown. */
function useBlobUrl(picture: { bytes: Uint8Array; mediaType: string } | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return setUrl(null);
    const made = URL.createObjectURL(new Blob([new Uint8Array(picture.bytes)], { type: picture.mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url;
}
