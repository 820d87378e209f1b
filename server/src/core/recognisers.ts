import landmarkData from '../../data/landmarks.json' with { type: 'json' };
import type { HoverDeps } from './features/hover.js';
import { createListedNames } from './lexicon/naming/listed-names.js';
import { officialClues, recogniseOfficials } from './lexicon/officials.js';
import { createPhraseMatcher } from './lexicon/phrases.js';
import { createClueTable } from './report/clues.js';
import { createLandmarkFinder } from './report/dating/landmarks.js';
import { lunarClues } from './report/dating/lunar-terms.js';
import { createCalendar } from './report/dating/lunar.js';
import { labelClues } from './report/fields.js';
import { copyrightClues } from './report/copyright.js';
import { furnitureClues } from './report/furniture.js';
import type { Recognisers } from './report/parse.js';
import { createScanner } from './report/scan.js';
import type { OfficialEntry } from './officials-file/index.js';
import { simplifyCharacters } from './script/characters.js';
import { builtInLexicon, type Lexicon } from './user-lexicon/index.js';

/** What reads and explains reports by one lexicon. */
export interface CompiledLexicon {
  readonly recognisers: Recognisers;
  readonly hover: HoverDeps;
}

/** Whom a corpus knows by name. */
export interface ListedPeople {
  readonly entries: readonly Pick<OfficialEntry, 'name' | 'forms'>[];
}

/**
 * Compiles each lexicon, with the people of a corpus, once, as long as somebody holds them; without any the built-in
 * lexicon serves.
 */
export function createLexiconCompiler(): (lexicon?: Lexicon, people?: ListedPeople) => CompiledLexicon {
  const calendar = createCalendar();
  const landmarks = createLandmarkFinder(landmarkData.landmarks);
  const compile = ({ phrases, sources }: Lexicon, people?: ListedPeople): CompiledLexicon => {
    const listed = people === undefined ? undefined : createListedNames(namesOf(people));
    const matcher = createPhraseMatcher(phrases);
    const byPhrase = new Map(phrases.map((entry) => [entry.phrase, entry]));
    const scanner = createScanner(
      createClueTable([
        ...officialClues,
        ...matcher.clues,
        landmarks.clues,
        lunarClues,
        labelClues,
        furnitureClues,
        copyrightClues,
        ...(listed === undefined ? [] : [listed.clues]),
      ]),
    );
    return {
      recognisers: {
        scanner,
        people: (scan, zones) => recogniseOfficials(scan, zones, listed),
        phrases: (scan) => matcher.find(scan.folded, scan),
        nearPhrases: (scan, exact) => matcher.findNear(scan.folded, exact, scan),
        landmarks: ({ folded, clues }, within) => landmarks.find(folded, clues, within),
        calendar,
      },
      hover: { phrase: (headword) => byPhrase.get(headword), source: (id) => sources[id] },
    };
  };
  const builtIn = compile(builtInLexicon);
  const compiled = new WeakMap<object, WeakMap<object, CompiledLexicon>>();
  return (lexicon, people) => {
    if (lexicon === undefined && people === undefined) return builtIn;
    const ofPeople = compiled.get(people ?? NOBODY) ?? new WeakMap<object, CompiledLexicon>();
    compiled.set(people ?? NOBODY, ofPeople);
    const chosen = lexicon ?? builtInLexicon;
    const known = ofPeople.get(chosen) ?? compile(chosen, people);
    ofPeople.set(chosen, known);
    return known;
  };
}

const NOBODY: ListedPeople = { entries: [] };

/** All writings of the names, as the shadow has them. */
function* namesOf({ entries }: ListedPeople): Generator<string> {
  for (const { name, forms = [] } of entries)
    for (const one of [name, ...forms]) yield simplifyCharacters(one).replaceAll(' ', '');
}
