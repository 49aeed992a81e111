import { codeLists, type CodeListName } from './code-lists.table.js';

const sets = new Map<CodeListName, ReadonlySet<string>>();

/** The codes of a list, as a set. */
export function codesIn(list: CodeListName): ReadonlySet<string> {
  const known = sets.get(list);
  if (known) return known;
  const codes = new Set(codeListText(list).split(' '));
  sets.set(list, codes);
  return codes;
}

/** The list as the official rules write it: one text, codes separated by single blanks. */
export function codeListText(list: CodeListName): string {
  return codeLists[list].codes;
}
