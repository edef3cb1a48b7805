import cytoscape, { type NodeSingular, type StylesheetJson } from 'cytoscape';
import { actorKinds } from '../../../shared/domain/actors';
import { kindLooks, tokenReader } from './colours';
import { labelsThatFit } from './labels';
import type { Point } from './layout';
import type { VisibleNetwork } from './visible';

export interface Drawing {
  /** Draws a network; `fit` brings all of it into sight. */
  show(network: VisibleNetwork, places: ReadonlyMap<string, Point>, fit: boolean): void;
  /** Marks an actor and its ties, and brings it into sight if it is not. */
  choose(id: string | null): void;
  /** The neighbour that lies most in a direction from the chosen actor, or the nearest actor there; null if there is none. */
  towards(direction: 'left' | 'right' | 'up' | 'down'): string | null;
  zoomBy(factor: number): void;
  fit(): void;
  /** Reads the colours again. */
  recolour(): void;
  close(): void;
}

export interface DrawingEvents {
  onChoose(id: string | null): void;
  onOpen(id: string): void;
}

const LARGEST_FIT = 1.7;
const LABELS = 90;
const LABEL_PX = 12;
/** After the last move of the view, names are placed anew. */
const SETTLED_MS = 140;

/**
 * A network on a canvas, by cytoscape.js. While the view moves, it moves a picture of the network (`textureOnViewport`); names are
 * chosen by weight, so that none covers another, whenever the view comes to rest.
 */
export function openDrawing(container: HTMLElement, events: DrawingEvents): Drawing {
  const font = getComputedStyle(container).fontFamily;
  const cy = cytoscape({
    container,
    style: styleOf(container, font),
    layout: { name: 'preset' },
    minZoom: 0.08,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
    textureOnViewport: true,
    pixelRatio: Math.min(2, window.devicePixelRatio),
  });
  const measure = document.createElement('canvas').getContext('2d');
  if (measure) measure.font = `${LABEL_PX}px ${font}`;
  const widths = new Map<string, number>();
  /** The actors, the weightiest first. */
  const drawn = new Map<string, { node: NodeSingular; size: number }>();
  let named = new Set<string>();
  let namedAt = 0;
  let marked = false;
  let chosen: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const label = () => {
    const zoom = cy.zoom();
    const boxes = [...drawn].map(([id, { node, size }]) => {
      const { x, y } = node.renderedPosition();
      return { id, x, y, radius: (size / 2) * zoom + 4, width: widths.get(id) ?? 0 };
    });
    const first = chosen === null ? [] : boxes.filter(({ id }) => drawn.get(id)?.node.hasClass('near'));
    const fitting = labelsThatFit([...first, ...boxes], { width: cy.width(), height: cy.height() }, LABELS);
    const rescaled = zoom !== namedAt;
    // subtle: only what changes is touched, because each touch has cytoscape work out a style.
    cy.batch(() => {
      for (const id of named) if (!fitting.has(id)) drawn.get(id)?.node.removeClass('named');
      for (const id of fitting) {
        const node = drawn.get(id)?.node;
        if (!node || (named.has(id) && !rescaled)) continue;
        // Names stay as large on the screen as the rest of the window.
        node.style({ 'font-size': LABEL_PX / zoom, 'text-margin-y': 4 / zoom, 'text-outline-width': 2 / zoom });
        if (!named.has(id)) node.addClass('named');
      }
    });
    named = fitting;
    namedAt = zoom;
  };
  /** All of it in sight, but a few actors are not blown up to fill the window. */
  const fitAll = () => {
    cy.fit(undefined, 36);
    if (cy.zoom() > LARGEST_FIT) {
      cy.zoom(LARGEST_FIT);
      cy.center();
    }
  };
  const bringIntoSight = () => {
    const node = chosen === null ? cy.collection() : cy.getElementById(chosen);
    if (node.empty()) return;
    const { x, y } = node.renderedPosition();
    const margin = 40;
    const inSight = x > margin && y > margin && x < cy.width() - margin && y < cy.height() - margin;
    if (!inSight) cy.center(node);
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(label, SETTLED_MS);
  };
  cy.on('viewport', settle);
  cy.on('dragfree', 'node', settle);
  cy.on('resize', () => {
    bringIntoSight();
    settle();
  });
  cy.on('tap', (event) =>
    events.onChoose(event.target === cy ? null : event.target.isNode() ? event.target.id() : null),
  );
  cy.on('dbltap', 'node', (event) => events.onOpen(event.target.id()));

  const mark = () => {
    if (chosen === null && !marked) return;
    marked = chosen !== null;
    cy.batch(() => {
      cy.elements().removeClass('chosen near far');
      const node = chosen === null ? cy.collection() : cy.getElementById(chosen);
      if (node.empty()) return;
      const near = node.closedNeighborhood();
      near.addClass('near');
      cy.elements().not(near).addClass('far');
      node.addClass('chosen');
    });
  };

  return {
    show(network, places, fit) {
      const heaviest = Math.max(1, ...network.actors.map(({ weight }) => weight));
      const thickest = Math.max(1, ...network.ties.map(({ shown }) => shown));
      for (const { id, name } of network.actors) widths.set(id, measure?.measureText(shortName(name)).width ?? 80);
      cy.batch(() => {
        cy.elements().remove();
        cy.add([
          ...network.actors.map(({ id, name, kind, weight }) => ({
            group: 'nodes' as const,
            data: { id, name: shortName(name), kind, size: 9 + 21 * Math.sqrt(weight / heaviest) },
            position: { ...(places.get(id) ?? { x: 0, y: 0 }) },
          })),
          ...network.ties.map(({ a, b, shown, relations }) => ({
            group: 'edges' as const,
            data: {
              id: `${a} ${b}`,
              source: relations[0]?.from === b ? b : a,
              target: relations[0]?.from === b ? a : b,
              width: 0.7 + 3.3 * (Math.log1p(shown) / Math.log1p(thickest)),
            },
            classes: relations.length > 0 ? 'related' : '',
          })),
        ]);
      });
      drawn.clear();
      named = new Set();
      for (const { id } of network.actors) {
        const node = cy.getElementById(id);
        drawn.set(id, { node, size: Number(node.data('size')) });
      }
      if (fit) fitAll();
      mark();
      label();
    },
    choose(id) {
      if (id === chosen) return;
      chosen = id;
      mark();
      bringIntoSight();
      label();
    },
    towards(direction) {
      const from = chosen === null ? cy.collection() : cy.getElementById(chosen);
      if (from.empty()) return drawn.keys().next().value ?? null;
      const here = from.position();
      const step = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[direction] as [number, number];
      const cost = (point: Point) => {
        const [dx, dy] = [point.x - here.x, point.y - here.y];
        const along = dx * step[0] + dy * step[1];
        const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0]);
        return along <= 0 || aside > 2 * along ? Infinity : along + 2 * aside;
      };
      for (const among of [from.neighborhood('node'), cy.nodes().not(from)]) {
        let best: { id: string; cost: number } | null = null;
        among.forEach((node) => {
          const value = cost(node.position());
          if (value < (best?.cost ?? Infinity)) best = { id: node.id(), cost: value };
        });
        if (best !== null) return (best as { id: string }).id;
      }
      return null;
    },
    zoomBy(factor) {
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
    },
    fit: fitAll,
    recolour() {
      cy.style(styleOf(container, font));
      label();
    },
    close() {
      clearTimeout(timer);
      cy.destroy();
    },
  };
}

function shortName(name: string): string {
  const letters = Array.from(name);
  return letters.length > 44 ? `${letters.slice(0, 43).join('')}…` : name;
}

function styleOf(container: HTMLElement, font: string): StylesheetJson {
  const { read, done } = tokenReader(container);
  const style: StylesheetJson = [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        'border-width': 1.5,
        'border-color': read('--paper'),
        color: read('--ink'),
        'font-family': font,
        'text-valign': 'bottom',
        'text-outline-color': read('--paper'),
        'overlay-opacity': 0,
      },
    },
    ...actorKinds.map((kind) => ({
      selector: `node[kind = "${kind}"]`,
      style: { 'background-color': read(kindLooks[kind].token), shape: kindLooks[kind].shape },
    })),
    { selector: 'node.named', style: { label: 'data(name)' } },
    { selector: 'node.chosen', style: { 'border-width': 3, 'border-color': read('--ink') } },
    { selector: 'node.far', style: { opacity: 0.25 } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'haystack',
        'haystack-radius': 0,
        'line-color': read('--rule-control'),
        opacity: 0.45,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge.related',
      style: {
        'curve-style': 'straight',
        'line-color': read('--accent'),
        'target-arrow-color': read('--accent'),
        'target-arrow-shape': 'triangle',
        'arrow-scale': 0.7,
        opacity: 0.8,
      },
    },
    { selector: 'edge.near', style: { opacity: 1 } },
    { selector: 'edge.far', style: { opacity: 0.08 } },
  ];
  done();
  return style;
}
