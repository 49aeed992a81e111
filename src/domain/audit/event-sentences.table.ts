import type { AuditEventName } from './events.js';

interface Sentence {
  readonly de: string;
  readonly en: string;
}

/**
 * How history tells each event in a sentence. `{name}` stands for a value; what stands in brackets is left out where a
 * value in it is missing. `{waiting}` is there only while a second person has still to agree.
 */
export const eventSentences = {
  'tenant.created': {
    de: '{actor} hat den Mandanten[ „{name}“] angelegt.',
    en: '{actor} created the tenant[ “{name}”].',
  },
  'tenant.departmentAdded': {
    de: '{actor} hat das Amt {department}[ ({code})] angelegt.',
    en: '{actor} added the department {department}[ ({code})].',
  },
  'tenant.leitwegIdAssigned': {
    de: '{actor} hat die Leitweg-ID {leitwegId} [dem Amt {department} ]zugeordnet.',
    en: '{actor} assigned the Leitweg-ID {leitwegId}[ to the department {department}].',
  },
  'tenant.leitwegIdWithdrawn': {
    de: '{actor} hat die Leitweg-ID {leitwegId} zurückgenommen[; sie führte zum Amt {department}].',
    en: '{actor} withdrew the Leitweg-ID {leitwegId}[; it led to the department {department}].',
  },
  'tenant.routingRuleAdded': {
    de: '{actor} hat die Zuordnungsregel[ „{name}“] angelegt[; sie führt zu {department}][; Fassung {version}].',
    en: '{actor} added the routing rule[ “{name}”][; it leads to {department}][; version {version}].',
  },
  'tenant.routingRulesChanged': {
    de: '{actor} hat die Zuordnungsregeln geändert[; es gilt Fassung {version}].',
    en: '{actor} changed the routing rules[; version {version} holds].',
  },
  'tenant.departmentChanged': {
    de: '{actor} hat das Amt {department} umbenannt[ in „{name}“].',
    en: '{actor} renamed the department {department}[ to “{name}”].',
  },
  'tenant.departmentClosed': {
    de: '{actor} hat das Amt {department} geschlossen.',
    en: '{actor} closed the department {department}.',
  },
  'tenant.settingChanged': {
    de: '{actor} hat die Einstellung[ „{setting}“] geändert[, wie von {proposer} vorgeschlagen].',
    en: '{actor} changed the setting[ “{setting}”][ as {proposer} had proposed].',
  },
  'tenant.settingProposed': {
    de: '{actor} hat eine Änderung der Einstellung[ „{setting}“] vorgeschlagen.',
    en: '{actor} proposed a change of the setting[ “{setting}”].',
  },
  'tenant.settingProposalWithdrawn': {
    de: '{actor} hat die vorgeschlagene Änderung der Einstellung[ „{setting}“] verworfen.',
    en: '{actor} withdrew the proposed change of the setting[ “{setting}”].',
  },
  'tenant.chartImported': {
    de: '{actor} hat den Kontenplan für das Haushaltsjahr {fiscalYear} eingelesen.',
    en: '{actor} imported the chart of accounts for the fiscal year {fiscalYear}.',
  },
  'tenant.mailboxOpened': {
    de: '{actor} hat das Postfach[ {address}] angeschlossen.',
    en: '{actor} connected the mailbox[ {address}].',
  },
  'tenant.mailboxChanged': {
    de: '{actor} hat das Postfach[ {address}] geändert.',
    en: '{actor} changed the mailbox[ {address}].',
  },
  'tenant.mailboxClosed': {
    de: '{actor} hat das Postfach[ {address}] getrennt.',
    en: '{actor} disconnected the mailbox[ {address}].',
  },
  'tenant.channelOpened': {
    de: '{actor} hat den Eingangskanal[ {channel}] eröffnet.',
    en: '{actor} opened the channel[ {channel}].',
  },
  'tenant.apiKeyIssued': {
    de: '{actor} hat einen Schnittstellenschlüssel[ „{name}“] ausgegeben.',
    en: '{actor} issued an API key[ “{name}”].',
  },
  'tenant.apiKeyRevoked': {
    de: '{actor} hat den Schnittstellenschlüssel[ „{apiKey}“] widerrufen.',
    en: '{actor} revoked the API key[ “{apiKey}”].',
  },
  'person.created': {
    de: '{actor} hat den Zugang[ für {displayName}] angelegt.',
    en: '{actor} created the access[ of {displayName}].',
  },
  'person.left': {
    de: '{actor} hat das Ausscheiden vermerkt; alle Befugnisse und Anmeldungen sind beendet.',
    en: '{actor} noted the departure; all grants and sessions have ended.',
  },
  'person.grantProposed': {
    de: '{actor} hat die Befugnis „{role}“[ für {department}] vorgeschlagen[, gültig ab {validFrom}][ bis {validTo}].',
    en: '{actor} proposed the grant “{role}”[ for {department}][, valid from {validFrom}][ to {validTo}].',
  },
  'person.grantConfirmed': {
    de: '{actor} hat die Befugnis als zweite Person bestätigt.',
    en: '{actor} confirmed the grant as the second person.',
  },
  'person.grantRevoked': { de: '{actor} hat die Befugnis entzogen.', en: '{actor} revoked the grant.' },
  'person.absenceEntered': {
    de: '{actor} hat eine Abwesenheit vom {firstDay} bis {lastDay} eingetragen.',
    en: '{actor} entered an absence from {firstDay} to {lastDay}.',
  },
  'person.absenceWithdrawn': {
    de: '{actor} hat die Abwesenheit vom {firstDay} bis {lastDay} zurückgenommen.',
    en: '{actor} withdrew the absence from {firstDay} to {lastDay}.',
  },
  'person.deputyshipProposed': {
    de: '{actor} hat die Vertretung[ für {principal}] vorgeschlagen[, gültig ab {validFrom}][ bis {validTo}].',
    en: '{actor} proposed the deputyship[ for {principal}][, valid from {validFrom}][ to {validTo}].',
  },
  'person.deputyshipConfirmed': {
    de: '{actor} hat die Vertretung[ für {principal}] als zweite Person bestätigt.',
    en: '{actor} confirmed the deputyship[ for {principal}] as the second person.',
  },
  'person.deputyshipEnded': {
    de: '{actor} hat die Vertretung[ für {principal}] beendet.',
    en: '{actor} ended the deputyship[ for {principal}].',
  },
  'person.firstAdministrator': {
    de: '{actor} hat die Person als erste Verwaltung eingesetzt, ohne eine zweite Person.',
    en: '{actor} appointed the person as a first administrator, without a second person.',
  },
  'person.passwordChanged': { de: '{actor} hat das Kennwort geändert.', en: '{actor} changed the password.' },
  'person.passwordRenewalAsked': {
    de: '{actor} hat ein neues Einmalkennwort angefordert.',
    en: '{actor} asked for a new one-time password.',
  },
  'person.passwordRenewed': {
    de: '{actor} hat als zweite Person ein neues Einmalkennwort ausgegeben; alle Anmeldungen sind beendet.',
    en: '{actor} issued a new one-time password as the second person; all sessions have ended.',
  },
  'person.unlocked': { de: '{actor} hat den Zugang entsperrt.', en: '{actor} unlocked the access.' },
  'person.signedIn': { de: '{actor} hat sich angemeldet.', en: '{actor} signed in.' },
  'person.signInRefused': {
    de: 'Eine Anmeldung wurde abgelehnt[ ({cause})].',
    en: 'A sign-in was refused[ ({cause})].',
  },
  'person.secondFactorEnrolled': {
    de: '{actor} hat einen zweiten Faktor eingerichtet; andere Anmeldungen sind beendet.',
    en: '{actor} set up a second factor; other sessions have ended.',
  },
  'person.secondFactorGiven': {
    de: '{actor} hat den zweiten Faktor bestätigt[ ({by})].',
    en: '{actor} proved the second factor[ ({by})].',
  },
  'person.secondFactorRefused': {
    de: 'Ein Code des zweiten Faktors wurde abgelehnt[ ({cause})].',
    en: 'A code of the second factor was refused[ ({cause})].',
  },
  'person.secondFactorReset': {
    de: '{actor} hat den zweiten Faktor zurückgesetzt; alle Anmeldungen sind beendet.',
    en: '{actor} reset the second factor; all sessions have ended.',
  },
  'person.recoveryCodesRenewed': {
    de: '{actor} hat neue Notfallcodes erhalten; die alten gelten nicht mehr.',
    en: '{actor} was given new recovery codes; the old ones hold no more.',
  },
  'person.sessionsEnded': {
    de: '{actor} hat eigene Anmeldungen beendet[: {count}].',
    en: '{actor} ended sessions of their own[: {count}].',
  },
  'person.signedOut': { de: '{actor} hat sich abgemeldet.', en: '{actor} signed out.' },
  'person.remindersChosen': {
    de: '{actor} hat gewählt, wie Erinnerungen kommen.',
    en: '{actor} chose how reminders come.',
  },
  'person.reminderFailed': {
    de: '{actor} konnte eine Erinnerung nicht zustellen.',
    en: '{actor} could not send a reminder.',
  },
  'person.accessNoticeSent': {
    de: '{actor} hat der Person gemailt, was an ihrem Zugang geändert wurde.',
    en: '{actor} mailed the person what was changed about their access.',
  },
  'person.accessNoticeFailed': {
    de: '{actor} konnte der Person nicht mailen, was an ihrem Zugang geändert wurde.',
    en: '{actor} could not mail the person what was changed about their access.',
  },
  'delivery.accepted': {
    de: '{actor} hat die Zustellung[ von {sender}] angenommen.',
    en: '{actor} accepted the delivery[ from {sender}].',
  },
  'delivery.sorted': {
    de: '{actor} hat die Zustellung in ihre Teile zerlegt.',
    en: '{actor} took the delivery apart.',
  },
  'delivery.answerPlanned': { de: '{actor} hat eine Antwort vorgesehen.', en: '{actor} planned an answer.' },
  'delivery.answerSent': { de: '{actor} hat eine Antwort versandt.', en: '{actor} sent an answer.' },
  'delivery.answerDropped': {
    de: 'Eine Antwort war nicht mehr nötig und ist nicht hinausgegangen.',
    en: 'An answer was no longer needed and did not go out.',
  },
  'delivery.answerFailed': {
    de: 'Eine Antwort konnte nicht zugestellt werden[: {reason}].',
    en: 'An answer could not be delivered[: {reason}].',
  },
  'delivery.subscribed': {
    de: 'Eine Benachrichtigung über spätere Schritte wurde bestellt.',
    en: 'A notification of later steps was requested.',
  },
  'delivery.unsubscribed': {
    de: 'Die Benachrichtigung über spätere Schritte wurde abbestellt.',
    en: 'The notification of later steps was ended.',
  },
  'invoice.received': {
    de: '{actor} hat die Rechnung eingeliefert; das Original ist gespeichert[, und sie folgt auf {otherInvoice}].',
    en: '{actor} delivered the invoice; the original is stored[, and it follows {otherInvoice}].',
  },
  'invoice.formChosen': {
    de: '{actor} hat die Rechnung[ aus der Datei „{fileName}“] gelesen, weil die Datei[ „{otherFileName}“], die ihr vorging, nicht annehmbar ist.',
    en: '{actor} read the invoice[ from the file “{fileName}”], because the file[ “{otherFileName}”] that came before it is not acceptable.',
  },
  'invoice.followed': {
    de: 'Dieselbe Datei kam noch einmal, mit einer neuen Form der Rechnung; sie ist eine eigene Rechnung[: {otherInvoice}].',
    en: 'The same file came again, with a new form of the invoice; that is an invoice of its own[: {otherInvoice}].',
  },
  'invoice.papersCameLater': {
    de: 'Dieselbe Datei kam in einer späteren Zustellung noch einmal, mit weiteren Unterlagen; sie stehen nicht bei dieser Rechnung.',
    en: 'The same file came again in a later delivery, with further papers; they do not stand beside this invoice.',
  },
  'invoice.rejected': {
    de: '{actor} hat die Rechnung formal zurückgewiesen[: {reason}][. Verletzte Regeln: {rules}].',
    en: '{actor} rejected the invoice formally[: {reason}][. Rules broken: {rules}].',
  },
  'invoice.sentToClarification': {
    de: '{actor} hat die Rechnung in Klärung gegeben[: {reason}][ (siehe Rechnung {otherInvoice})].',
    en: '{actor} sent the invoice to clarification[: {reason}][ (see invoice {otherInvoice})].',
  },
  'invoice.routed': {
    de: '{actor} hat die Rechnung dem Amt {department} zugeordnet[, nach der Leitweg-ID {leitwegId}][, nach der Regel „{rule}“][. Verglichen wurde: {compared}][. Grund: {reason}].',
    en: '{actor} routed the invoice to {department}[, by the Leitweg-ID {leitwegId}][, by the rule “{rule}”][. It was compared: {compared}][. Reason: {reason}].',
  },
  'invoice.moved': {
    de: '{actor} hat die Rechnung an die Stelle übergeben, an die sie gerichtet ist[. Grund: {reason}].',
    en: '{actor} moved the invoice to the authority that it is meant for[. Reason: {reason}].',
  },
  'invoice.markedDuplicate': {
    de: '{actor} hat die Rechnung als Dublette[ der Rechnung {otherInvoice}] gekennzeichnet[. Grund: {reason}].',
    en: '{actor} marked the invoice as a duplicate[ of invoice {otherInvoice}][. Reason: {reason}].',
  },
  'invoice.superseded': {
    de: '{actor} hat die Rechnung durch[ die Rechnung {otherInvoice} als] eine Korrektur ersetzt[. Grund: {reason}].',
    en: '{actor} replaced the invoice by a correction[, the invoice {otherInvoice}][. Reason: {reason}].',
  },
  'invoice.dismissed': {
    de: '{actor} hat das Dokument abgelegt, weil es keine Rechnung ist[. Grund: {reason}].',
    en: '{actor} filed the document, because it is not an invoice[. Reason: {reason}].',
  },
  'invoice.suspicionDismissed': {
    de: '{actor} hat den Verdacht auf eine Dublette[ der Rechnung {otherInvoice}] verworfen[. Grund: {reason}].',
    en: '{actor} dismissed the suspicion of a duplicate[ of invoice {otherInvoice}][. Reason: {reason}].',
  },
  'invoice.accountReleased': {
    de: '{actor} hat das geänderte Konto freigegeben[; {waiting}][. Grund: {reason}].',
    en: '{actor} released the changed account[; {waiting}][. Reason: {reason}].',
  },
  'invoice.captured': {
    de: '{actor} hat die Angaben der Rechnung von Hand erfasst[; {waiting}].',
    en: '{actor} captured the terms of the invoice by hand[; {waiting}].',
  },
  'invoice.captureConfirmed': {
    de: '{actor} hat die erfassten Angaben als zweite Person bestätigt.',
    en: '{actor} confirmed the captured terms as the second person.',
  },
  'invoice.recheckRequested': {
    de: '{actor} hat die Datei erneut prüfen lassen[. Grund: {reason}].',
    en: '{actor} had the file checked again[. Reason: {reason}].',
  },
  'invoice.forwarded': {
    de: '{actor} hat die Rechnung an {department} weitergeleitet[. Grund: {reason}].',
    en: '{actor} forwarded the invoice to {department}[. Reason: {reason}].',
  },
  'invoice.claimed': {
    de: '{actor} hat die Rechnung zur Prüfung übernommen.',
    en: '{actor} took the invoice on for review.',
  },
  'invoice.takenOver': {
    de: '{actor} hat die Rechnung[, die {holder} in Arbeit hatte,] an sich genommen[. Grund: {reason}].',
    en: '{actor} took over the invoice[ that {holder} was working on][. Reason: {reason}].',
  },
  'invoice.passedOn': {
    de: '{actor} hat die Rechnung[, die {holder} in Arbeit hatte,] an {colleague} weitergegeben[. Grund: {reason}].',
    en: '{actor} passed the invoice[ that {holder} was working on] on to {colleague}[. Reason: {reason}].',
  },
  'invoice.released': {
    de: '{actor} hat die Rechnung[, die {holder} in Arbeit hatte,] in den Amtskorb zurückgegeben[. Grund: {reason}].',
    en: '{actor} gave the invoice[ that {holder} was working on] back to the department’s queue[. Reason: {reason}].',
  },
  'invoice.coded': {
    de: '{actor} hat die Rechnung kontiert[, Haushaltsjahr {fiscalYear}].',
    en: '{actor} coded the invoice[, fiscal year {fiscalYear}].',
  },
  'invoice.paymentAmended': {
    de: '{actor} hat die Zahlungsangaben geändert[. Grund: {reason}].',
    en: '{actor} changed the payment instruction[. Reason: {reason}].',
  },
  'invoice.paymentConfirmed': {
    de: '{actor} hat die geänderten Zahlungsangaben als zweite Person bestätigt.',
    en: '{actor} confirmed the changed payment instruction as the second person.',
  },
  'invoice.budgetAsked': {
    de: '{actor} hat die Mittel prüfen lassen[: {budget}][ ({message})].',
    en: '{actor} had the budget checked[: {budget}][ ({message})].',
  },
  'invoice.confirmedFactual': {
    de: '{actor} hat die sachliche Richtigkeit festgestellt[. Bemerkung: {reason}].',
    en: '{actor} confirmed that the claim is right in fact[. Remark: {reason}].',
  },
  'invoice.confirmedArithmetical': {
    de: '{actor} hat die rechnerische Richtigkeit festgestellt[. Bemerkung: {reason}].',
    en: '{actor} confirmed that the figures are right[. Remark: {reason}].',
  },
  'invoice.asked': {
    de: '{actor} hat den Lieferanten gefragt[: {reason}].',
    en: '{actor} asked the supplier[: {reason}].',
  },
  'invoice.answered': {
    de: '{actor} hat die Rückfrage beantwortet[; aufgenommen als: {reason}].',
    en: '{actor} answered the query[; recorded as: {reason}].',
  },
  'invoice.declined': {
    de: '{actor} hat die Rechnung sachlich abgelehnt[: {reason}][ ({waiting})].',
    en: '{actor} declined the invoice[: {reason}][ ({waiting})].',
  },
  'invoice.ordered': {
    de: '{actor} hat die Zahlung angeordnet[; {waiting}][. Bemerkung: {reason}].',
    en: '{actor} ordered the payment[; {waiting}][. Remark: {reason}].',
  },
  'invoice.orderedAsException': {
    de: '{actor} hat die Zahlung als Ausnahme vom Vier-Augen-Prinzip angeordnet[: {reason}][ ({waiting})].',
    en: '{actor} ordered the payment as an exception from four eyes[: {reason}][ ({waiting})].',
  },
  'invoice.returnedToReview': {
    de: '{actor} hat die Rechnung zur Prüfung zurückgegeben[: {reason}].',
    en: '{actor} returned the invoice to review[: {reason}].',
  },
  'invoice.orderRevoked': {
    de: '{actor} hat die Anordnung zurückgenommen[: {reason}].',
    en: '{actor} revoked the order[: {reason}].',
  },
  'invoice.claimedForPayment': {
    de: '{actor} hat die Anordnung abgeholt.',
    en: '{actor} claimed the ordered payment.',
  },
  'invoice.handedOver': {
    de: '{actor} hat die Übernahme bestätigt[, unter {reference}].',
    en: '{actor} acknowledged the hand-over[, as {reference}].',
  },
  'invoice.refusedByFinance': {
    de: '{actor} hat die Anordnung nicht angenommen[: {reason}][ (Zeichen {reference})].',
    en: '{actor} refused the ordered payment[: {reason}][ (reference {reference})].',
  },
  'invoice.returnedUntaken': {
    de: '{actor} hat gemeldet, dass nichts übernommen wurde[: {reason}][ ({waiting})].',
    en: '{actor} stated that nothing was taken[: {reason}][ ({waiting})].',
  },
  'invoice.recallRequested': {
    de: '{actor} hat den Rückruf angefordert[: {reason}].',
    en: '{actor} requested the recall[: {reason}].',
  },
  'invoice.recalled': {
    de: '{actor} hat den Rückruf bestätigt[: {reason}].',
    en: '{actor} confirmed the recall[: {reason}].',
  },
  'invoice.paid': {
    de: '{actor} hat die Zahlung gemeldet[, unter {reference}].',
    en: '{actor} reported the payment[, as {reference}].',
  },
  'invoice.paidReduced': {
    de: '{actor} hat eine gekürzte Zahlung gemeldet[: {reason}][ (Zeichen {reference})].',
    en: '{actor} reported a payment in part[: {reason}][ (reference {reference})].',
  },
  'invoice.reopened': {
    de: '{actor} hat die Rechnung wieder aufgenommen[: {reason}][ ({waiting})].',
    en: '{actor} reopened the invoice[: {reason}][ ({waiting})].',
  },
  'invoice.reminded': {
    de: '{actor} hat {person}[ (in Vertretung von {principal})] erinnert[: {reminder}].',
    en: '{actor} reminded {person}[ (in the place of {principal})][: {reminder}].',
  },
  'invoice.nobodyReminded': {
    de: '{actor} konnte niemanden erinnern[: {reminder}][ ({cause})].',
    en: '{actor} could remind nobody[: {reminder}][ ({cause})].',
  },
  'invoice.holdSet': {
    de: '{actor} hat die Rechnung gegen Löschen gesperrt[: {reason}].',
    en: '{actor} set a legal hold on the invoice[: {reason}].',
  },
  'invoice.holdLiftAsked': {
    de: '{actor} will die Löschsperre aufheben; eine zweite Person muss noch zustimmen[: {reason}].',
    en: '{actor} wants to lift the legal hold; a second person has still to agree[: {reason}].',
  },
  'invoice.holdLifted': {
    de: '{actor} hat die Löschsperre als zweite Person aufgehoben[: {reason}].',
    en: '{actor} lifted the legal hold as the second person[: {reason}].',
  },
  'tenant.disposalProposed': {
    de: '{actor} hat eine Löschung nach Aufbewahrung vorgeschlagen[: {reason}].',
    en: '{actor} proposed a disposal after retention[: {reason}].',
  },
  'tenant.disposalConfirmed': {
    de: '{actor} hat die Löschung bestätigt[, die {proposer} vorgeschlagen hatte].',
    en: '{actor} confirmed the disposal[ that {proposer} had proposed].',
  },
  'tenant.disposalWithdrawn': {
    de: '{actor} hat die Löschung verworfen[, die {proposer} vorgeschlagen hatte].',
    en: '{actor} withdrew the disposal[ that {proposer} had proposed].',
  },
  'tenant.disposalDone': {
    de: '{actor} hat die bestätigte Löschung ausgeführt.',
    en: '{actor} carried out the confirmed disposal.',
  },
  'tenant.documentIssued': {
    de: '{actor} hat Fassung {version} der Dokumentation erteilt.',
    en: '{actor} issued version {version} of the documentation.',
  },
  'tenant.subjectAnswered': {
    de: '{actor} hat eine Auskunft nach Art. 15 DSGVO erstellt[: {person}][: {subject}].',
    en: '{actor} drew up an answer under Art. 15 GDPR[: {person}][: {subject}].',
  },
  'delivery.disposed': {
    de: '{actor} hat die Zustellung nach Ablauf der Aufbewahrung gelöscht.',
    en: '{actor} disposed of the delivery after the end of its retention.',
  },
  'person.disposed': {
    de: '{actor} hat Namen und Angaben der ausgeschiedenen Person gelöscht.',
    en: '{actor} disposed of the name and details of the person who had left.',
  },
  'invoice.disposed': {
    de: '{actor} hat die Rechnung nach Ablauf der Aufbewahrung gelöscht.',
    en: '{actor} disposed of the invoice after the end of its retention.',
  },
  'payload.disposed': {
    de: '{actor} hat Namen und Gründe eines früheren Ereignisses gelöscht.',
    en: '{actor} disposed of the names and reasons of an earlier event.',
  },
} as const satisfies Record<AuditEventName, Sentence>;
