import type { AnnotatedTextEdit, ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Language } from '../../core/rules/rule.js';
import type { ClassedEdit } from '../../core/fix.js';
import type { EditKind } from '../../core/text/edit.js';
import { toRange } from '../convert.js';

/** What the edits of a kind do, as the preview of a client groups them. */
const LABELS: Readonly<Record<EditKind, Readonly<Record<Language, string>>>> = {
  'residue-removed': { en: 'Remove pinyin notes', 'zh-cn': '删除拼音注音' },
  'width-restored': { en: 'Restore full-width punctuation', 'zh-cn': '恢复全角标点' },
  'script-converted': { en: 'Convert the script', 'zh-cn': '转换简繁' },
  'markup-removed': { en: 'Turn HTML into plain text', 'zh-cn': '还原 HTML 残留' },
  'furniture-removed': { en: 'Remove page furniture', 'zh-cn': '删除网页杂项' },
  'contact-removed': { en: 'Remove contact data', 'zh-cn': '删除联系方式' },
  'repetition-removed': { en: 'Remove repeated text', 'zh-cn': '删除重复文字' },
  'invisible-removed': { en: 'Remove invisible characters', 'zh-cn': '删除不可见字符' },
  'look-alike-replaced': { en: 'Replace look-alike characters', 'zh-cn': '替换形近字符' },
  'punctuation-merged': { en: 'Merge doubled punctuation', 'zh-cn': '合并重复标点' },
  'indent-restored': { en: 'Restore the indent', 'zh-cn': '恢复段首缩进' },
  'line-end-unified': { en: 'Unify line ends', 'zh-cn': '统一换行符' },
  'metadata-inserted': { en: 'Insert metadata', 'zh-cn': '插入元数据' },
  'metadata-split': { en: 'Split glued metadata', 'zh-cn': '拆分粘连的元数据' },
  'phrase-replaced': { en: 'Replace a phrase', 'zh-cn': '替换用语' },
  'name-corrected': { en: 'Correct a name', 'zh-cn': '更正姓名' },
  'mojibake-repaired': { en: 'Repair garbled text', 'zh-cn': '修复乱码' },
};

/**
 * The edit of one document, grouped by what its parts do. A client with a preview opens it when some part is of class
 * `review`; such parts are left out until the person ticks them.
 */
export function toAnnotatedEdit(
  document: TextDocument,
  edits: readonly ClassedEdit[],
  language: Language,
): WorkspaceEdit {
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const annotated = edits.map(({ start, end, newText, kind, review = false }): AnnotatedTextEdit => {
    const annotationId = review ? `${kind}?` : kind;
    changeAnnotations[annotationId] ??= { label: LABELS[kind][language], needsConfirmation: review };
    return { range: toRange(document, { start, end }), newText, annotationId };
  });
  const textDocument = { uri: document.uri, version: document.version };
  return { documentChanges: [{ textDocument, edits: annotated }], changeAnnotations };
}
