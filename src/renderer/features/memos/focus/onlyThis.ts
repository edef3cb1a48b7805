/** Takes everything around an element out of reach of keys and screen readers, up to the app's root. Returns what ends it. */
export function onlyThis(element: HTMLElement): () => void {
  const shut: HTMLElement[] = [];
  for (let at = element; at.parentElement && at.id !== 'root'; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      if (sibling === at || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      sibling.inert = true;
      shut.push(sibling);
    }
  }
  return () => {
    for (const each of shut) each.inert = false;
  };
}
