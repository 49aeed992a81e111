import { wordsOf } from '../../words/words.js';

export const decisionWords = wordsOf({
  decisions: { de: 'Entscheiden', en: 'Decide' },
  nothing: {
    de: 'Im Augenblick können Sie hier nichts entscheiden.',
    en: 'At the moment there is nothing for you to decide here.',
  },
  whyNot: { de: 'Warum nicht? Was hier gerade nicht geht', en: 'Why not? What is not possible just now' },
  toPanel: { de: 'Fall klären', en: 'Resolve the case' },
  confirmBoth: { de: 'Sachlich und rechnerisch feststellen', en: 'Confirm facts and figures' },
  saysFactual: {
    de: 'Sie stellen fest: Die Leistung war nötig und ist wie vereinbart erbracht, und die Rechnung passt dazu.',
    en: 'You confirm: the service was needed and has been rendered as agreed, and the invoice matches it.',
  },
  saysArithmetical: {
    de: 'Sie stellen fest: Mengen, Preise, Nachlässe, Umsatzsteuer und Summen sind richtig berechnet.',
    en: 'You confirm: quantities, prices, discounts, VAT and totals are calculated correctly.',
  },
  saysOrder: {
    de: 'Sie ordnen an, dass dieser Betrag gezahlt wird. Danach holt das Haushaltssystem die Rechnung ab.',
    en: 'You order that this amount be paid. The finance system then fetches the invoice.',
  },
  saysException: {
    de: 'Ausnahme vom Vier-Augen-Prinzip: Wer festgestellt hat, ordnet hier selbst an. Es braucht eine zweite Person, und das Rechnungsprüfungsamt sieht beide mit ihren Gründen auf seiner Liste.',
    en: 'An exception from four eyes: who has confirmed orders it as well. It takes a second person, and the audit office sees both with their reasons on its list.',
  },
  saysRevoke: {
    de: 'Die Finanzbuchhaltung hat die Rechnung noch nicht abgeholt. Feststellungen und Anordnungen gelten danach nicht mehr; die Rechnung liegt wieder zur Prüfung.',
    en: 'Financial accounting has not claimed the invoice yet. Confirmations and orders no longer hold afterwards; the invoice is back in review.',
  },
  saysRequestRecall: {
    de: 'Die Rechnung liegt bei der Finanzbuchhaltung. Sie muss den Rückruf bestätigen; bis dahin kann die Zahlung noch hinausgehen. Rufen Sie an, wenn es eilt.',
    en: 'The invoice is with financial accounting. They have to confirm the recall; until then the payment may still go out. Call them if it is urgent.',
  },
  saysRecall: {
    de: 'Sie bestätigen, dass diese Rechnung nicht bezahlt ist und nicht mehr bezahlt wird. Sie geht zurück in die Prüfung, und was gezeichnet war, gilt nicht mehr.',
    en: 'You confirm that this invoice has not been paid and will not be. It goes back to review, and what was signed no longer holds.',
  },
  saysUntaken: {
    de: 'Sie bestätigen, dass das Finanzverfahren diese Rechnung nicht übernommen hat. Zwei Personen müssen das sagen; danach wird sie ihm wieder angeboten.',
    en: 'You confirm that the finance system has not taken this invoice. Two people have to say so; then it is offered to it again.',
  },
  saysPaid: {
    de: 'Sie melden, dass der ganze Betrag heute bezahlt ist. Der Verkäufer sieht es.',
    en: 'You report that the whole amount has been paid today. The seller sees it.',
  },
  saysPaidReduced: {
    de: 'Sie melden, dass heute weniger als der Betrag bezahlt ist, und schreiben dem Verkäufer, warum.',
    en: 'You report that less than the amount has been paid today, and tell the seller why.',
  },
  saysTakeOver: {
    de: 'Sie arbeiten an der Rechnung weiter, die {holder} in Arbeit hat. Was schon festgestellt ist, bleibt; {holder} sieht es im Verlauf.',
    en: 'You go on with the invoice that {holder} is working on. What is confirmed stays; {holder} sees so in the history.',
  },
  saysRelease: {
    de: '{holder} hat die Rechnung in Arbeit. Sie liegt danach wieder im Amt, und wer dort zuständig ist, kann sie übernehmen; {holder} sieht es im Verlauf.',
    en: '{holder} is working on the invoice. Afterwards it lies with the department again, where it can be taken on; {holder} sees so in the history.',
  },
  saysAsk: {
    de: 'Die Frage geht per E-Mail an den Absender der Rechnung, oder an den Kontakt, den sie nennt. Bis zur Antwort wartet die Rechnung.',
    en: 'The question goes by mail to the sender of the invoice, or to the contact that it names. The invoice waits for the answer.',
  },
  saysAnswer: {
    de: 'Schreiben Sie auf, was der Lieferant gesagt hat, etwa am Telefon. Die Rechnung geht zurück in die Prüfung.',
    en: 'Write down what the supplier said, such as on the telephone. The invoice returns to review.',
  },
  question: { de: 'Ihre Frage', en: 'Your question' },
  answerSaid: { de: 'Die Antwort', en: 'The answer' },
  saysMore: { de: 'Die Rechnung geht danach weiter ihren Weg.', en: 'The invoice then goes on its way.' },
  seller: { de: 'Verkäufer', en: 'Seller' },
  number: { de: 'Rechnung', en: 'Invoice' },
  amount: { de: 'Zahlbetrag', en: 'Amount due' },
  payee: { de: 'Empfänger', en: 'Payee' },
  account: { de: 'Konto', en: 'Account' },
  due: { de: 'Fällig', en: 'Due' },
  reason: { de: 'Grund', en: 'Reason' },
  reasonHint: { de: 'Ein Satz genügt. Er steht im Verlauf.', en: 'One sentence will do. It stands in the history.' },
  reasonToSupplier: {
    de: 'Ein Satz genügt. Er steht im Verlauf, und der Verkäufer bekommt ihn zu lesen.',
    en: 'One sentence will do. It stands in the history, and the seller gets to read it.',
  },
  reasonMissing: { de: 'Bitte schreiben Sie, warum.', en: 'Please write why.' },
  department: { de: 'Amt', en: 'Department' },
  departmentMissing: { de: 'Bitte wählen Sie ein Amt.', en: 'Please choose a department.' },
  choose: { de: 'Bitte wählen', en: 'Please choose' },
  otherInvoice: { de: 'Die andere Rechnung', en: 'The other invoice' },
  otherInvoiceMissing: { de: 'Bitte wählen Sie die andere Rechnung.', en: 'Please choose the other invoice.' },
  search: { de: 'Nach Nummer, Verkäufer oder Betrag suchen', en: 'Search by number, seller or amount' },
  noAlike: {
    de: 'Keine ähnliche Rechnung gefunden. Bitte suchen Sie.',
    en: 'No similar invoice was found. Please search.',
  },
  done: { de: 'Erledigt: {action}', en: 'Done: {action}' },
  donePartly: {
    de: 'Vermerkt: {action}. Es fehlt noch eine Entscheidung, dann geht die Rechnung weiter.',
    en: 'Noted: {action}. One more decision is missing before the invoice goes on.',
  },
  changedTitle: {
    de: 'Jemand hat entschieden, während Sie lasen',
    en: 'Somebody decided while you were reading',
  },
  changedWho: { de: '{who}: {action}, {when}', en: '{who}: {action}, {when}' },
  changedReason: { de: 'Grund: {reason}', en: 'Reason: {reason}' },
  changedState: { de: 'Stand: {from} → {to}', en: 'State: {from} → {to}' },
  changedDepartment: { de: 'Amt: {from} → {to}', en: 'Department: {from} → {to}' },
  changedHolder: { de: 'In Arbeit bei: {from} → {to}', en: 'Held by: {from} → {to}' },
  changedElse: {
    de: 'Was sich geändert hat, steht im Verlauf.',
    en: 'What has changed stands in the history.',
  },
  nothingLost: {
    de: 'Es wurde nichts von Ihnen gespeichert, und nichts ist verloren: Was Sie geschrieben haben, steht noch hier.',
    en: 'Nothing of yours was stored and nothing is lost: what you wrote is still here.',
  },
  stillAllowed: {
    de: 'Sie können weiterhin entscheiden. Bitte sehen Sie sich vorher den neuen Stand an.',
    en: 'You can still decide. Please look at the present state first.',
  },
  allTheSame: { de: 'Trotzdem: {action}', en: 'All the same: {action}' },
  look: { de: 'Neuen Stand ansehen', en: 'Look at the present state' },
  nobody: { de: 'niemand', en: 'nobody' },
  none: { de: 'keines', en: 'none' },
  somebody: { de: 'Jemand', en: 'Somebody' },
  actingFor: { de: 'Sie handeln in Vertretung für {name}.', en: 'You act as deputy of {name}.' },
  inDeputy: { de: '{name} in Vertretung für {principal}', en: '{name}, deputising for {principal}' },
});
