import { useState } from 'react';
import { Button } from '../../components/button.js';
import { toast } from '../../components/toasts.js';
import { useWords } from '../../words/words.js';
import { DecisionDialog, emptyDraft, useLabel, type Draft } from './decision-dialog.js';
import { decisionWords } from './decision.words.js';
import { choicesOf, type Choice } from './deeds.js';
import type { SeenInvoice } from './invoice-queries.js';

interface ReplaceByCorrectionProps {
  readonly invoice: SeenInvoice;
  /** The correction, filled in. */
  readonly by: string;
  readonly onReplaced: (choice: Choice) => void;
}

/** Proposes to replace the invoice by its correction; a person decides. */
export function ReplaceByCorrection({ invoice, by, onReplaced }: ReplaceByCorrectionProps) {
  const say = useWords(decisionWords);
  const labelOf = useLabel();
  const [draft, setDraft] = useState<Draft | null>(null);
  const choice = choicesOf(invoice.value).find(({ action }) => action === 'supersede');
  if (!choice) return null;
  const title = labelOf(choice);
  const done = () => {
    setDraft(null);
    toast('success', say('done', { action: title }));
    onReplaced(choice);
  };
  return (
    <>
      <Button small onClick={() => setDraft({ ...emptyDraft, otherInvoiceId: by })}>
        {title}
      </Button>
      {draft && (
        <DecisionDialog
          choices={[choice]}
          title={title}
          invoice={invoice}
          draft={draft}
          onDraft={setDraft}
          onDone={done}
          onClose={() => setDraft(null)}
        />
      )}
    </>
  );
}
