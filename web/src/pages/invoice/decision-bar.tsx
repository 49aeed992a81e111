import { useState } from 'react';
import { toast } from '../../components/toasts.js';
import { Button } from '../../components/button.js';
import { ProblemPanel } from '../../components/problem-panel.js';
import { useShortcuts } from '../../frame/shortcuts.js';
import { useLanguage } from '../../words/language.js';
import { inLanguage, useWords } from '../../words/words.js';
import { choicesOf, isInPanel, refusalsOf, type Choice } from './deeds.js';
import { DecisionDialog, emptyDraft, useLabel, type Draft } from './decision-dialog.js';
import { decisionWords } from './decision.words.js';
import type { Invoice, SeenInvoice } from './invoice-queries.js';
import { useDecision, type Decided } from './use-decision.js';

interface DecisionBarProps {
  readonly invoice: SeenInvoice;
  readonly onDecided: (choice: Choice) => void;
  /** The bar stands in the clearing panel and need not lead there. */
  readonly inPanel?: boolean;
}

const PANEL = 'panel';

/** One decision, or several that are taken together. */
interface Offered {
  readonly name: string;
  readonly title: string;
  readonly key: string | undefined;
  readonly choices: readonly [Choice, ...Choice[]];
}

/** What this person may do now, as buttons; what not, with the reason. Nothing else is decided here than is on offer. */
export function DecisionBar({ invoice, onDecided, inPanel = false }: DecisionBarProps) {
  const say = useWords(decisionWords);
  const offered = useOffered(invoice.value).filter(({ name }) => !(inPanel && name === PANEL));
  const [open, setOpen] = useState<Offered | null>(null);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const tell = ({ title, choices }: Offered, { progress }: Decided) => {
    setOpen(null);
    setDrafts({});
    toast('success', say(progress === 'partial' ? 'donePartly' : 'done', { action: title }));
    onDecided(choices[0]);
  };
  const direct = useDecision(invoice.value.id, (decided, { actions }) => {
    const done = offered.find(({ choices }) => choices[0].action === actions[0]);
    if (done) tell(done, decided);
  });
  const begin = (one: Offered) => {
    const [{ action, atOnce }] = one.choices;
    if (one.name === PANEL) return document.getElementById('clearing')?.focus();
    if (!atOnce) return setOpen(one);
    if (!direct.isPending) direct.mutate({ actions: [action], etag: invoice.etag, details: {} });
  };
  useShortcuts(
    say('decisions'),
    offered.flatMap((one) => (one.key ? [{ key: one.key, label: one.title, run: () => begin(one) }] : [])),
  );
  return (
    <section className="decision-bar" aria-label={say('decisions')}>
      <Offers offered={offered} busy={direct.isPending ? direct.variables.actions[0] : undefined} onBegin={begin} />
      {direct.error && <ProblemPanel error={direct.error} />}
      <Refusals invoice={invoice.value} />
      {open && (
        <DecisionDialog
          choices={open.choices}
          title={open.title}
          invoice={invoice}
          draft={drafts[open.name] ?? emptyDraft}
          onDraft={(draft) => setDrafts({ ...drafts, [open.name]: draft })}
          onDone={(decided) => tell(open, decided)}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/**
 * What the clearing panel asks is one button that leads there. Who may confirm both facts and figures can do so in one
 * go; the two stay two decisions.
 */
function useOffered(invoice: Invoice): readonly Offered[] {
  const say = useWords(decisionWords);
  const labelOf = useLabel();
  const all = choicesOf(invoice);
  const choices = all.filter((choice) => !isInPanel(choice, all));
  const [asked, ...more] = all.filter((choice) => isInPanel(choice, all));
  const panel: readonly Offered[] = asked
    ? [{ name: PANEL, title: say('toPanel'), key: 'y', choices: [asked, ...more] }]
    : [];
  const single = choices.map((choice): Offered => ({
    name: choice.action,
    title: labelOf(choice),
    key: choice.key,
    choices: [choice],
  }));
  const facts = choices.find(({ action }) => action === 'confirmFactual');
  const figures = choices.find(({ action }) => action === 'confirmArithmetical');
  if (!facts || !figures) return [...panel, ...single];
  return [...panel, { name: 'both', title: say('confirmBoth'), key: 'b', choices: [facts, figures] }, ...single];
}

interface OffersProps {
  readonly offered: readonly Offered[];
  readonly busy: string | undefined;
  readonly onBegin: (offered: Offered) => void;
}

function Offers({ offered, busy, onBegin }: OffersProps) {
  const say = useWords(decisionWords);
  if (offered.length === 0) return <p className="kern-body">{say('nothing')}</p>;
  return (
    <div className="button-row">
      {offered.map((one, index) => (
        <Button
          key={one.name}
          kind={index === 0 && one.choices[0].onward ? 'primary' : 'secondary'}
          busy={busy === one.name}
          aria-keyshortcuts={one.key}
          onClick={() => onBegin(one)}
        >
          {one.title}
        </Button>
      ))}
    </div>
  );
}

function Refusals({ invoice }: { readonly invoice: Invoice }) {
  const say = useWords(decisionWords);
  const language = useLanguage();
  const refusals = refusalsOf(invoice);
  if (refusals.length === 0) return null;
  return (
    <details className="refusals">
      <summary>{say('whyNot')}</summary>
      <div className="refusals__list" role="region" tabIndex={0} aria-label={say('whyNot')}>
        <dl>
          {refusals.map(({ labels, detail }) => (
            <div key={detail}>
              <dt>{labels.map((label) => inLanguage(label, language)).join(', ')}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
