import type { PinyinNote, PinyinNotes } from '../../report/notes.js';
import type { Report } from '../../report/types.js';
import type { TextEdit } from '../../text/edit.js';
import { simplifyUnit } from '../../script/characters.js';
import { outsideMarkup } from '../html-markup/outside-markup.js';
import { defineRule, type Fix, type RuleFinding } from '../rule.js';

export const pinyinResidue = defineRule({
  id: 'pinyin-residue',
  group: 'residue',
  severity: 'warning',
  fix: 'exact',
  decorate: true,
  edits: ['residue-removed'],
  summary: {
    en: 'Pinyin notes that a mirror site put behind characters: 會(huì)',
    'zh-cn': '镜像网站在汉字后面添加的拼音注音：會(huì)',
  },
  messages: {
    certain: {
      en: '{notes:pinyin note|pinyin notes} on {characters:character|characters}, left by a mirror site',
      'zh-cn': '{characters} 个字上有 {notes} 处拼音注音，为镜像网站所留',
    },
    doubtful: {
      en: '{notes:pinyin note|pinyin notes} that may have been written on purpose',
      'zh-cn': '{notes} 处拼音注音，可能是有意所加',
    },
    strip: { en: 'Remove all {notes:pinyin note|pinyin notes}', 'zh-cn': '删除全部 {notes} 处拼音注音' },
    stripDoubtful: {
      en: 'Remove {notes:pinyin note|pinyin notes} (check first)',
      'zh-cn': '删除 {notes} 处拼音注音（请先核对）',
    },
  },
  concerns: ({ report: { notes } }) => notes.certain.length > 0 || notes.doubtful.length > 0,
  check({ report }) {
    const notes = notesOf(report);
    const found: RuleFinding[] = [];
    if (notes.certain.length > 0) found.push(residue(notes));
    if (notes.doubtful.length === 0) return found;
    const glosses = notes.doubtful.filter(isGloss);
    const doubtful = notes.doubtful.filter((note) => !isGloss(note));
    if (doubtful.length > 0) found.push(stray(doubtful, 'review'));
    if (glosses.length > 0) found.push(stray(glosses, 'suggest'));
    return found;
  },
});

/** The notes of the text; what stands in the attributes of a tag goes with the tag. */
function notesOf(report: Report): PinyinNotes {
  const { notes } = report;
  const certain = outsideMarkup(report, notes.certain);
  const doubtful = outsideMarkup(report, notes.doubtful);
  return { ...notes, certain, doubtful };
}

function residue({ certain, characters }: PinyinNotes): RuleFinding {
  const notes = certain.length;
  return {
    message: 'certain',
    arguments: { notes, characters },
    span: annotated(certain[0]!),
    places: certain,
    fix: { class: 'exact', title: 'strip', arguments: { notes }, edits: () => removals(certain) },
  };
}

/** Mirrors annotate only what has another Simplified form: a note on any other character is somebody's gloss. */
function isGloss({ character }: PinyinNote): boolean {
  const unit = character.charCodeAt(0);
  return simplifyUnit(unit) === unit;
}

function stray(notes: readonly PinyinNote[], fixClass: Fix['class']): RuleFinding {
  const [first] = notes;
  return {
    message: 'doubtful',
    arguments: { notes: notes.length },
    span: first === undefined ? { start: 0, end: 0 } : annotated(first),
    places: notes,
    severity: 'information',
    fix: {
      class: fixClass,
      title: 'stripDoubtful',
      arguments: { notes: notes.length },
      edits: () => removals(notes),
    },
  };
}

/** The note with the character it annotates. */
function annotated(note: PinyinNote): { readonly start: number; readonly end: number } {
  return { start: note.start - 1, end: note.end };
}

function removals(notes: readonly PinyinNote[]): TextEdit[] {
  return notes.map(({ start, end }) => ({ start, end, newText: '', kind: 'residue-removed' }));
}
