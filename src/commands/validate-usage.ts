import type { Language } from './command.js';

export const usageWords: Readonly<Record<Language, string>> = {
  de: `eingang validate [--json | --html ORDNER] [--exhaustive] [--day JJJJ-MM-TT] [--jobs N] PFAD…
  Prüft Dateien und Ordner (darin alle .xml und .pdf).
  --json         eine JSON-Zeile je Rechnung auf der Standardausgabe
  --html ORDNER  je Rechnung einen Prüfbericht als HTML-Seite (deutsch und englisch) in diesen Ordner
  --exhaustive   alle Regelwerke auf jede Rechnung, ohne Rücksicht auf Struktur und Szenario
  --day TAG      nach den Fassungen der Regelwerke, die an diesem Tag gelten; sonst nach den neuesten
  --jobs N       in N eigenen Prozessen (1 … 32)
  Wie weit es ist, steht auf der Fehlerausgabe, wenn sie ein Terminal ist.
  Rückgabewert: 0 alle angenommen, 1 mindestens eine zurückgewiesen oder keine E-Rechnung,
                2 Aufruf nicht verstanden oder Berichte nicht zu schreiben, 3 mindestens eine nicht prüfbar`,
  en: `eingang validate [--json | --html FOLDER] [--exhaustive] [--day YYYY-MM-DD] [--jobs N] PATH…
  Checks files and folders (every .xml and .pdf below them).
  --json         one line of JSON per invoice on standard output
  --html FOLDER  a report per invoice as an HTML page (German and English) in that folder
  --exhaustive   every rule book on each invoice, whatever its structure or scenario
  --day DAY      by the versions of the books that count on that day; otherwise by the newest
  --jobs N       in N processes of their own (1 … 32)
  How far it is stands on standard error where that is a terminal.
  Exit code: 0 all accepted, 1 at least one rejected or no e-invoice,
             2 command line not understood or pages not to be written, 3 at least one could not be checked`,
};
