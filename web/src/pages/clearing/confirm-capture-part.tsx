import { useState } from 'react';
import { CheckField } from '../../components/check-field.js';
import { TextField } from '../../components/text-field.js';
import { formatDate, formatInstant } from '../../format/dates.js';
import { formatAmount } from '../../format/decimals.js';
import { useLanguage, type Language } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Invoice } from '../invoice/invoice-queries.js';
import { captureWords } from './capture.words.js';
import { DeedForm, type PartProps } from './deed-form.js';
import { offerOf } from './questions.js';
import { amountTyped, centsOf, grouped, ibanTyped } from './typed-values.js';

type Capture = NonNullable<Invoice['capture']>;

/**
 * The second person compares what was captured with the document. Account and amount are not shown: they are copied from
 * the document, so that nobody nods at what stands there anyway.
 */
export function ConfirmCapturePart({ capture, ...part }: PartProps & { readonly capture: Capture }) {
  const say = useWords(captureWords);
  const language = useLanguage();
  const { names } = part.invoice.value;
  const who = names[capture.capturedBy] ?? say('somebody');
  const allowed = offerOf(part.invoice, 'confirmCapture')?.allowed === true;
  const captured = { amount: textIn(capture, 'payable') ?? '', iban: textIn(capture, 'iban') };
  const [amount, setAmount] = useState('');
  const [iban, setIban] = useState('');
  const [noAccount, setNoAccount] = useState(false);
  const [tried, setTried] = useState(false);
  const typed = amountTyped(amount);
  const wrongAmount = typed === null || centsOf(typed) !== centsOf(amountTyped(captured.amount) ?? '0.00');
  const wrongIban = captured.iban !== null && ibanTyped(iban) !== ibanTyped(captured.iban);
  const wrongTick = captured.iban === null && !noAccount;
  const details = () => {
    setTried(true);
    return wrongAmount || wrongIban || wrongTick ? null : {};
  };
  const errorOf = (text: string, wrong: boolean, differs: 'amountDiffers' | 'accountDiffers') =>
    !tried || !wrong ? null : say(text.trim() === '' ? 'missing' : differs);
  return (
    <DeedForm {...part} action="confirmCapture" details={details}>
      <p className="kern-body">{say('confirmWhy', { who, when: formatInstant(capture.capturedAt, language) })}</p>
      <CapturedList capture={capture} hides={allowed} />
      {allowed && (
        <fieldset className="clearing-choices">
          <legend className="kern-label">{say('again')}</legend>
          <TextField
            label={say('payable')}
            hint={say('amountHint')}
            value={amount}
            onValue={setAmount}
            inputMode="decimal"
            autoComplete="off"
            error={errorOf(amount, wrongAmount, 'amountDiffers')}
          />
          {captured.iban === null ? (
            <>
              <CheckField label={say('noAccountTick')} checked={noAccount} onChecked={setNoAccount} />
              {tried && wrongTick && (
                <p className="clearing-error" role="alert">
                  {say('noAccountMissing')}
                </p>
              )}
            </>
          ) : (
            <TextField
              label={say('iban')}
              hint={say('wholeIban')}
              value={iban}
              onValue={setIban}
              autoComplete="off"
              maxLength={50}
              error={errorOf(iban, wrongIban, 'accountDiffers')}
            />
          )}
        </fieldset>
      )}
    </DeedForm>
  );
}

const HIDDEN = ['payable', 'gross', 'iban'];

const shown = [
  ...(['kind', 'number', 'issueDate', 'dueDate', 'sellerName', 'sellerVatId', 'sellerTaxNumber'] as const),
  ...(['iban', 'bic', 'net', 'vat', 'gross', 'payable', 'orderReference', 'buyerReference'] as const),
];

function CapturedList({ capture, hides }: { readonly capture: Capture; readonly hides: boolean }) {
  const say = useWords(captureWords);
  const language = useLanguage();
  return (
    <dl className="capture-list">
      {shown.map((field) => {
        const value = textIn(capture, field);
        if (value === null || (hides && HIDDEN.includes(field))) return null;
        return (
          <div key={field}>
            <dt>{say(field)}</dt>
            <dd>{field === 'kind' ? say(value === 'creditNote' ? 'creditNote' : 'invoice') : inWords(field, value)}</dd>
          </div>
        );
      })}
    </dl>
  );

  function inWords(field: (typeof shown)[number], value: string): string {
    return formats[field]?.(value, language, textIn(capture, 'currency') ?? '') ?? value;
  }
}

type Format = (value: string, language: Language, currency: string) => string;
const asAmount: Format = (value, language, currency) => formatAmount(value, currency, language);
const formats: Readonly<Partial<Record<(typeof shown)[number], Format>>> = {
  ...{ issueDate: formatDate, dueDate: formatDate, iban: grouped },
  ...{ net: asAmount, vat: asAmount, gross: asAmount, payable: asAmount },
};

function textIn({ terms }: Capture, field: string): string | null {
  const value = terms[field];
  return typeof value === 'string' && value !== '' ? value : null;
}
