import type { DocumentNode } from '../document-index.js';
import type { Report } from './structure-report.js';
import type { Particle } from './structure-table.js';

/**
 * Compares an element's children with its content model. The models are deterministic, so matching is greedy, left to
 * right, with one element of look-ahead; like a schema validator it stops at the first error of one parent.
 * @param isKnown whether the parent's type has such a child at all
 */
export function matchContent(
  content: Particle,
  parent: DocumentNode,
  report: Report,
  isKnown: (name: string) => boolean,
): void {
  const match = new Match(parent.children);
  match.particle(content);
  const next = parent.children[match.at];
  if (match.missing !== null) {
    const { missing } = match;
    const values = { parent: parent.element.name, expected: missing.join(' ') };
    const comesLater = parent.children.slice(match.at).some((child) => missing.includes(child.element.name));
    if (next && (comesLater || !isKnown(next.name)))
      report.add('STRUCTURE-UNEXPECTED', next, { ...values, reason: comesLater ? 'order' : 'place' });
    else report.add('STRUCTURE-MISSING', parent, next ? { ...values, before: next.element.name } : values);
  } else if (next) {
    report.add('STRUCTURE-UNEXPECTED', next, {
      parent: parent.element.name,
      expected: match.possible().join(' '),
      reason: 'place',
    });
  }
}

class Match {
  at = 0;
  /** Names that had to come where the match stopped; null while all is well. */
  missing: readonly string[] | null = null;
  private readonly skipped: Particle[] = [];

  constructor(private readonly children: readonly DocumentNode[]) {}

  particle(particle: Particle): void {
    const [min, max] = particle.occurs;
    let count = 0;
    while (count < max && this.missing === null) {
      const next = this.children[this.at];
      if (next === undefined || !canStart(particle, next)) break;
      this.once(particle, next);
      this.skipped.length = 0;
      count += 1;
    }
    if (this.missing !== null) return;
    if (count < min && !canBeEmpty(particle)) this.missing = firstNames(particle);
    else if (count < max) this.skipped.push(particle);
  }

  /** What could have come at the place where the match stopped. */
  possible(): readonly string[] {
    return this.skipped.flatMap(firstNames).slice(0, 12);
  }

  private once(particle: Particle, next: DocumentNode): void {
    if (particle.kind === 'element' || particle.kind === 'wildcard') {
      this.at += 1;
    } else if (particle.kind === 'sequence') {
      for (const item of particle.items) {
        this.particle(item);
        if (this.missing !== null) return;
      }
    } else {
      const chosen = particle.items.find((item) => canStart(item, next));
      if (chosen) this.particle(chosen);
    }
  }
}

function canStart(particle: Particle, node: DocumentNode): boolean {
  if (particle.kind === 'element') return particle.name === node.name;
  if (particle.kind === 'wildcard') return inWildcard(particle.not, node);
  if (particle.kind === 'choice') return particle.items.some((item) => canStart(item, node));
  for (const item of particle.items) {
    if (canStart(item, node)) return true;
    if (item.occurs[0] > 0 && !canBeEmpty(item)) return false;
  }
  return false;
}

/** `##other` excludes the target namespace and elements without a namespace. */
function inWildcard(not: string, node: DocumentNode): boolean {
  return not === '' || (node.element.namespace !== '' && !node.name.startsWith(`${not}:`));
}

function canBeEmpty(particle: Particle): boolean {
  if (particle.occurs[0] === 0) return true;
  if (particle.kind === 'sequence') return particle.items.every(canBeEmpty);
  return particle.kind === 'choice' && particle.items.some(canBeEmpty);
}

function firstNames(particle: Particle): readonly string[] {
  if (particle.kind === 'element') return [particle.name.replace(/^[^:]*:/, '')];
  if (particle.kind === 'wildcard') return ['…'];
  if (particle.kind === 'choice') return particle.items.flatMap(firstNames);
  const names: string[] = [];
  for (const item of particle.items) {
    names.push(...firstNames(item));
    if (!canBeEmpty(item)) break;
  }
  return names;
}
