import type { Language } from '../../words/text.js';

const forms = {
  de: { plain: /^\d+(,\d{1,2})?$/, grouped: /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/, group: /\./g, point: ',' },
  en: { plain: /^\d+(\.\d{1,2})?$/, grouped: /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/, group: /,/g, point: '.' },
} as const;

/**
 * What a person typed as an amount ("10.000,00", "10000", "−5,5"), as the API writes it ("10000.00"); null where it is
 * none. "1.000" is a thousand in German and nothing in English: a dot is never guessed at.
 */
export function amountEntered(text: string, language: Language): string | null {
  const typed = text.replace(/[\s\u00a0€]/g, '').replace(/^[−–]/, '-');
  const [sign, digits] = typed.startsWith('-') ? ['-', typed.slice(1)] : ['', typed];
  const { plain, grouped, group, point } = forms[language];
  if (!plain.test(digits) && !grouped.test(digits)) return null;
  return sign + digits.replace(group, '').replace(point, '.');
}
