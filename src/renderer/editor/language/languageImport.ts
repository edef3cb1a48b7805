import { defineImportRule, DOMImportExtension, sel } from '@lexical/html';
import { configExtension, defineExtension } from 'lexical';
import { readLanguage } from '../../../shared/domain/language';
import { $setLanguage } from './blockLanguage';

/** The blocks of HTML whose language is read. */
export const spokenTags = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol'] as const;

/** Reads the language of a block of HTML. */
export const LanguageImportExtension = defineExtension({
  name: 'commonplace/language-import',
  dependencies: [
    configExtension(DOMImportExtension, {
      rules: [
        defineImportRule({
          name: 'commonplace/language',
          match: sel.tag(...spokenTags).attr('lang', true),
          $import: (_context, element, $next) => {
            const nodes = $next();
            for (const node of nodes) $setLanguage(node, readLanguage(element.lang));
            return nodes;
          },
        }),
      ],
    }),
  ],
});
