import type { CommandName } from '../arguments.js';

const COMMON = `  --lang en|zh-cn          language of messages (default: from LC_ALL, LC_MESSAGES, LANG)
  -h, --help               this page`;

const PATHS = `A PATH is a file, which counts as a report whatever it is called, or a folder, whose reports are
found by the nearest report-corpus.json (without one: *.txt, *.report, *.report.txt).`;

const PAGES: Readonly<Record<CommandName, string>> = {
  init: `Usage: report-corpus init [FOLDER]

Makes a folder (default: the current one) a corpus: writes a report-corpus.json with the defaults into it. One that
is there already is never overwritten.

${COMMON}

Exit code: 0, or 2 when nothing could be written.`,
  check: `Usage: report-corpus check [options] PATH…

Reports what is wrong with reports, changing nothing.
${PATHS}

  --format text|json       (default: text)
  --show SEVERITY          error, warning, information or hint: from where on findings are listed (default:
                           information; hint with --fail-on hint and with --format json); the exit code stays
  --fail-on SEVERITY       from where on the exit code is 1 (default: warning)
${COMMON}

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a file that cannot be read, a folder without reports, or
wrong usage.`,
  parse: `Usage: report-corpus parse [options] FILE…

Prints what each report says of itself as a JSON array, in the order given.

  --format json            the only format there is
${COMMON}

Exit code: 0, or 2 when a file cannot be read.`,
  convert: `Usage: report-corpus convert --to SCRIPT | --config NAME [options] PATH…
       report-corpus convert --to SCRIPT | --config NAME --stdin

Converts reports to another script: characters only, never wording. Names are converted as names, lines that are in
the script already are left alone; to Simplified, certain pinyin notes are removed first. Files are replaced in place,
each at once: whenever the run is interrupted, every file is the old one or the new one.
${PATHS}

  --to SCRIPT              simplified; traditional, in OpenCC's own standard (爲 衆 羣 裏); tw, in the forms of Taiwan
                           (為 眾 群 裡); hk, in those of Hong Kong (為 眾 羣 裏)
  --config NAME            OpenCC's name instead: s2t t2s s2tw tw2s s2hk hk2s t2tw t2hk; s2twp tw2sp s2hkp hk2sp
                           rewrite wording too; tw2t hk2t t2jp jp2t with --plain only
  --plain                  the bare conversion, as OpenCC has it: no notes, no names, no look at the script of a line
  --stdin                  convert the standard input to the standard output
  --dry-run                say what would change, write nothing
  --format text|json       json also gives the places to look at: names, ambiguous characters, leftovers
${COMMON}

Exit code: 0, or 2 when a file cannot be read or written.`,
  fix: `Usage: report-corpus fix [options] PATH…

Removes machine residue and restores folded punctuation. Files are replaced in place. Pinyin notes are the sign of a
mirror site: where they go, the last line says that date, source and title need checking.
${PATHS}

  --rule ID                only this rule, fixes to be reviewed included; may be repeated
  --include review         also fixes that remove or change text: read the result. Where the project file says "script",
                           reports in the other script are converted as a whole (the rule unexpected-script)
  --dry-run                say what would change, write nothing
${COMMON}

Exit code: 0, or 2 when a file cannot be read or written.`,
  recode: `Usage: report-corpus recode --to utf-8 [options] PATH…

Rewrites reports that are GB18030 (GBK), Big5 or UTF-16 as UTF-8. Files are replaced in place, line ends are
kept, a byte order mark is dropped. A file is left alone if it is UTF-8 already (a byte order mark stays), if its
encoding is not recognised surely enough, or if the way back would not give the very same bytes.
${PATHS}

  --to utf-8               the only target there is
  --from ENCODING          gb18030, gbk, big5, big5-hkscs, utf-16le or utf-16be (default: recognised per file)
  --dry-run                say what would change, write nothing
${COMMON}

Exit code: 0, or 2 when a file cannot be read, recognised, recoded or written.`,
  verify: `Usage: report-corpus verify [options] ORIGINAL CHANGED
       report-corpus verify [options] --base REV [PATH…]

Proves that texts differ only by what report-corpus may change: notes, furniture and repetitions that it finds in the
original removed, marks and indents restored, characters converted to the other script, line ends unified, a date
line or a source line inserted. White space may change around lines and between them, and a gap in a line may become
wider or narrower; a gap that is put into a line or closed is another change, and so are lines joined or split. Otherwise shows the first other change, with both wordings. A corrected name
or phrase, and a person's own gloss in brackets, are wording.
ORIGINAL and CHANGED are two files or two folders; folders are compared by the paths of their reports.

  --base REV               compare the working tree with a revision of git: HEAD, a branch, a tag. PATHs narrow it
  --format text|json       (default: text)
${COMMON}

Exit code: 0 nothing but such changes, 1 another change or a report that is gone, 2 a file that cannot be read, no
answer from git, or wrong usage. New reports are named and count as nothing.`,
  officials: `Usage: report-corpus officials [options] PATH…

Lists who is named with which post in which report, both scripts under one name. What a report states, nothing more:
a name may be several people's. A collective word such as 市领导 is no post and stands apart, as group.
${PATHS}

  --format table|json|csv  what to print (default: table); csv and json also have the place of each post, with the
                           divisions around it, the report's day (date may have the hour too) and its source
  --bom                    begin the csv with a byte order mark, for Excel and other spreadsheets
${COMMON}

Exit code: 0, or 2 when a file cannot be read.`,
  phrases: `Usage: report-corpus phrases [options] PATH…

Lists which set phrase of the lexicon stands in which report, both scripts under one headword.
${PATHS}

  --format table|json|csv  what to print (default: table)
  --bom                    begin the csv with a byte order mark, for Excel and other spreadsheets
${COMMON}

Exit code: 0, or 2 when a file cannot be read.`,
  explain: `Usage: report-corpus explain RULE

Prints the page of a rule: why it is there, bad and good examples.

${COMMON}`,
  rules: `Usage: report-corpus rules

Lists the rules: id, severity, how their findings are fixed, what they find.

${COMMON}`,
  help: `Usage: report-corpus help [COMMAND]

Prints the help of a command.

${COMMON}`,
};

const OVERVIEW = `Usage: report-corpus COMMAND [options] PATH…

  init [FOLDER]            make a folder a corpus: write a report-corpus.json
  check PATH…              report what is wrong with reports
  parse FILE…              print what reports say of themselves, as JSON
  convert --to SCRIPT PATH…  convert reports to Simplified or Traditional characters
  fix PATH…                remove machine residue, restore folded punctuation
  recode --to utf-8 PATH…  rewrite GB18030, Big5 and UTF-16 files as UTF-8
  verify ORIGINAL CHANGED  prove that a clean-up changed no wording; --base REV compares with git
  officials PATH…          list who is named with which post in which report
  phrases PATH…            list which set phrase stands where
  explain RULE             say why a rule is there
  rules                    list the rules
  help COMMAND             how a command is used

${COMMON}
  -V, --version            the version

Exit code: 0 all is well, 1 findings, 2 a file that cannot be read, a folder without reports, or wrong usage.`;

/** The help page of a command, or the overview. */
export function englishHelp(command: CommandName | undefined): string {
  return command === undefined ? OVERVIEW : PAGES[command];
}
