import landmarkData from '../../data/landmarks.json' with { type: 'json' };
import type { HoverDeps } from './features/hover.js';
import { officialClues, recogniseOfficials } from './lexicon/officials.js';
import { createPhraseMatcher } from './lexicon/phrases.js';
import { createClueTable } from './report/clues.js';
import { createLandmarkFinder } from './report/dating/landmarks.js';
import { lunarClues } from './report/dating/lunar-terms.js';
import { createCalendar } from './report/dating/lunar.js';
import { labelClues } from './report/fields.js';
import { copyrightClues, furnitureClues } from './report/furniture.js';
import type { Recognisers } from './report/parse.js';
import { createScanner } from './report/scan.js';
import { builtInLexicon, type Lexicon } from './user-lexicon/index.js';

/** What reads and explains reports by one lexicon. */
export interface CompiledLexicon {
  readonly recognisers: Recognisers;
  readonly hover: HoverDeps;
}

/** Compiles each lexicon once, as long as somebody holds it; without one the built-in lexicon serves. */
export function createLexiconCompiler(): (lexicon?: Lexicon) => CompiledLexicon {
  const calendar = createCalendar();
  const landmarks = createLandmarkFinder(landmarkData.landmarks);
  const compile = ({ phrases, sources }: Lexicon): CompiledLexicon => {
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
      ]),
    );
    return {
      recognisers: {
        scanner,
        people: recogniseOfficials,
        phrases: ({ folded, clues }) => matcher.find(folded, clues),
        nearPhrases: ({ folded, clues }, exact) => matcher.findNear(folded, exact, clues),
        landmarks: ({ folded, clues }) => landmarks.find(folded, clues),
        calendar,
      },
      hover: { phrase: (headword) => byPhrase.get(headword), source: (id) => sources[id] },
    };
  };
  const builtIn = compile(builtInLexicon);
  const compiled = new WeakMap<Lexicon, CompiledLexicon>([[builtInLexicon, builtIn]]);
  return (lexicon) => {
    if (lexicon === undefined) return builtIn;
    const known = compiled.get(lexicon) ?? compile(lexicon);
    compiled.set(lexicon, known);
    return known;
  };
}
