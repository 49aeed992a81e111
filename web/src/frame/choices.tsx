import { chooseTheme, useTheme, type Theme } from '../theme/theme.js';
import { chooseLanguage, useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { frameWords } from './frame.words.js';

const themes: readonly { readonly theme: Theme; readonly word: 'themeSystem' | 'themeLight' | 'themeDark' }[] = [
  { theme: 'system', word: 'themeSystem' },
  { theme: 'light', word: 'themeLight' },
  { theme: 'dark', word: 'themeDark' },
];

/** Language and appearance, as this browser remembers them. */
export function Choices() {
  const say = useWords(frameWords);
  const [language, theme] = [useLanguage(), useTheme()];
  return (
    <div className="choices">
      <label className="choice">
        <span className="kern-sr-only">{say('language')}</span>
        <select value={language} onChange={({ target }) => chooseLanguage(target.value === 'en' ? 'en' : 'de')}>
          <option value="de" lang="de">
            Deutsch
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
      </label>
      <label className="choice">
        <span className="kern-sr-only">{say('theme')}</span>
        <select
          value={theme}
          onChange={({ target }) => chooseTheme(themes.find((row) => row.theme === target.value)?.theme ?? 'system')}
        >
          {themes.map((row) => (
            <option key={row.theme} value={row.theme}>
              {say(row.word)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
