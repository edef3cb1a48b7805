import { border, count, onOff, shading, valued, whole, type Rule } from './looks';

/** What of tables in headers is taken over, in the order that the schema asks for. */
const width: Rule = { values: { w: whole, type: /^(auto|dxa|nil|pct)$/ }, needs: ['w', 'type'] };
const borders = (...sides: string[]): Rule => ({ children: Object.fromEntries(sides.map((side) => [side, border])) });
const margins = (...sides: string[]): Rule => ({ children: Object.fromEntries(sides.map((side) => [side, width])) });
const alignment = valued(/^(left|center|right|start|end)$/);

export const tableLook: Record<string, Rule> = {
  tblpPr: {
    values: {
      leftFromText: count,
      rightFromText: count,
      topFromText: count,
      bottomFromText: count,
      vertAnchor: /^(text|margin|page)$/,
      horzAnchor: /^(text|margin|page)$/,
      tblpXSpec: /^(left|center|right|inside|outside)$/,
      tblpX: whole,
      tblpYSpec: /^(inline|top|center|bottom|inside|outside)$/,
      tblpY: whole,
    },
  },
  bidiVisual: onOff,
  tblW: width,
  jc: alignment,
  tblCellSpacing: width,
  tblInd: width,
  tblBorders: borders('top', 'left', 'start', 'bottom', 'right', 'end', 'insideH', 'insideV'),
  shd: shading,
  tblLayout: { values: { type: /^(fixed|autofit)$/ }, needs: ['type'] },
  tblCellMar: margins('top', 'left', 'start', 'bottom', 'right', 'end'),
};

export const rowLook: Record<string, Rule> = {
  cantSplit: onOff,
  trHeight: { values: { val: count, hRule: /^(auto|exact|atLeast)$/ }, needs: ['val'] },
  jc: alignment,
};

export const cellLook: Record<string, Rule> = {
  tcW: width,
  gridSpan: valued(/^[1-9]\d?$/),
  vMerge: { values: { val: /^(restart|continue)$/ }, bare: true },
  tcBorders: borders('top', 'left', 'start', 'bottom', 'right', 'end'),
  shd: shading,
  noWrap: onOff,
  tcMar: margins('top', 'left', 'start', 'bottom', 'right', 'end'),
  vAlign: valued(/^(top|center|bottom)$/),
};
