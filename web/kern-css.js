import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * KERN brings one file of 400 kB, most of it utilities and icons that no page of ours uses. A rule stays if every
 * `kern-…` class of at least one of its selectors is written somewhere in the sources (as a whole word; a class name
 * must therefore never be put together at runtime).
 */
export function onlyUsedKernRules(folder) {
  const words = wordsIn(folder);
  const used = (selector) => selector.every((part) => isUsed(part, words));
  return {
    Rule: {
      style(rule) {
        // Nothing returned leaves the rule as it is; a changed one does not always find its way back into lightningcss.
        return rule.value.selectors.some(used) ? undefined : [];
      },
    },
  };
}

function isUsed(part, words) {
  if (part.type === 'class') return !part.name.startsWith('kern-') || words.has(part.name);
  if (part.type === 'pseudo-class' && (part.kind === 'is' || part.kind === 'where')) {
    return part.selectors.some((selector) => selector.every((inner) => isUsed(inner, words)));
  }
  return true;
}

function wordsIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && !entry.parentPath.includes('generated'),
  );
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return new Set(texts.flatMap((text) => text.match(/kern-[a-z0-9_-]+/g) ?? []));
}
