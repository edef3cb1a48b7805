import { relative } from 'node:path';
import { root } from '../lib/run.mjs';
import { brokenRule, looksLikeSql, sqlAllowed } from './layers.mjs';

/** Tests of the rules put a file elsewhere and say with a first-line comment which path it stands for. */
function pathOf(context) {
  const stands = /^\/\/ stands for: (\S+)/.exec(context.sourceCode.text);
  return stands?.[1] ?? relative(root, context.physicalFilename ?? context.filename).replaceAll('\\', '/');
}

const layers = {
  create(context) {
    const file = pathOf(context);
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return;
      const message = brokenRule(file, source.value);
      if (message !== null) context.report({ node: source, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require') check(node, node.arguments[0]);
      },
    };
  },
};

const sqlInStores = {
  create(context) {
    if (sqlAllowed.test(pathOf(context))) return {};
    const check = (node, text) => {
      if (typeof text === 'string' && looksLikeSql(text)) {
        context.report({ node, message: 'SQL stands only in store.ts files, migrations and src/main/library/db/.' });
      }
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateLiteral: (node) => check(node, node.quasis[0]?.value.cooked),
    };
  },
};

export default { meta: { name: 'commonplace' }, rules: { layers, 'sql-in-stores': sqlInStores } };
