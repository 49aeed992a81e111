import { useWords } from '../../words/words.js';
import { AbsenceAndDeputies } from '../deputies/absence-and-deputies.js';
import { deputiesWords } from '../deputies/deputies.words.js';
import { Section } from './section.js';

export function DeputiesSection() {
  const say = useWords(deputiesWords);
  return (
    <Section title={say('title')} lead={say('leadAll')}>
      <AbsenceAndDeputies ofAnybody />
    </Section>
  );
}
