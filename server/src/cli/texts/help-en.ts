import type { CommandName } from '../arguments.js';

const COMMON = `  --lang en|zh-cn          language of messages (default: from LC_ALL, LC_MESSAGES, LANG)
  -h, --help               this page`;

const PATHS = `A PATH is a file, which counts as a report whatever it is called, or a folder, whose reports are
found by the nearest report-corpus.json (without one: *.txt, *.report, *.report.txt).`;

const PAGES: Readonly<Record<CommandName, string>> = {
  check: `Usage: report-corpus check [options] PATH…

Reports what is wrong with reports, changing nothing.
${PATHS}

  --format text|json       text leaves hints out (default: text)
  --fail-on SEVERITY       error, warning, information or hint: from where on the exit code is 1
                           (default: warning)
${COMMON}

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 a file that cannot be read or wrong usage.`,
  parse: `Usage: report-corpus parse [options] FILE…

Prints what each report says of itself as a JSON array, in the order given.

  --format json            the only format there is
${COMMON}

Exit code: 0, or 2 when a file cannot be read.`,
  convert: `Usage: report-corpus convert --to SCRIPT [options] PATH…

Converts reports to another script: characters only, never wording. Files are replaced in place.
${PATHS}

  --to SCRIPT              simplified, traditional, tw (Taiwan) or hk (Hong Kong)
  --dry-run                say what would change, write nothing
${COMMON}

Exit code: 0, or 2 when a file cannot be read or written.`,
  fix: `Usage: report-corpus fix [options] PATH…

Removes machine residue and restores folded punctuation. Files are replaced in place.
${PATHS}

  --rule ID                only this rule, fixes to be reviewed included; may be repeated
  --include review         also fixes that remove or change text: read the result
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

  check PATH…              report what is wrong with reports
  parse FILE…              print what reports say of themselves, as JSON
  convert --to SCRIPT PATH…  convert reports to Simplified or Traditional characters
  fix PATH…                remove machine residue, restore folded punctuation
  recode --to utf-8 PATH…  rewrite GB18030, Big5 and UTF-16 files as UTF-8
  explain RULE             say why a rule is there
  rules                    list the rules
  help COMMAND             how a command is used

${COMMON}
  -V, --version            the version

Exit code: 0 all is well, 1 findings, 2 a file that cannot be read or wrong usage.`;

/** The help page of a command, or the overview. */
export function englishHelp(command: CommandName | undefined): string {
  return command === undefined ? OVERVIEW : PAGES[command];
}
