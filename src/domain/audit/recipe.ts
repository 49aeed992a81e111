import { recipeSteps } from './recipe.table.js';

type Language = 'de' | 'en';

const frame: Readonly<Record<Language, { readonly title: string; readonly intro: string; readonly step: string }>> = {
  de: {
    title: 'Prüfanleitung für das Protokoll',
    step: 'Schritt',
    intro: [
      'Dieser Ordner enthält das Protokoll eines Mandanten. Sie prüfen es allein mit üblichen Werkzeugen (sh, GNU coreutils, awk, jq, OpenSSL 3); nichts davon kommt von uns.',
      'Führen Sie die Blöcke der Reihe nach in einer Shell in diesem Ordner aus, oder alle auf einmal:',
    ].join('\n\n'),
  },
  en: {
    title: 'How to verify the audit log',
    step: 'Step',
    intro: [
      'This folder holds the audit log of one tenant. You verify it with common tools only (sh, GNU coreutils, awk, jq, OpenSSL 3); none of them comes from us.',
      'Run the blocks one after the other in a shell in this folder, or all at once:',
    ].join('\n\n'),
  },
};

/** The recipe as a text that an auditor can follow, in Markdown; its commands stand in blocks marked `sh`. */
export function recipe(language: Language): string {
  const { title, intro, step } = frame[language];
  const file = `RECIPE.${language}.md`;
  // Indented: a block of its own would be taken for a step.
  const atOnce = `    sed -n '/^\`\`\`sh$/,/^\`\`\`$/p' ${file} | sed '/^\`\`\`/d' > check.sh && sh check.sh`;
  const steps = recipeSteps.map(
    (one, at) => `## ${step} ${at + 1}\n\n${one[language]}\n\n\`\`\`sh\n${one.sh}\n\`\`\`\n`,
  );
  return [`# ${title}\n`, `${intro}\n`, `${atOnce}\n`, ...steps].join('\n');
}
