// Checks beside other linters of Chinese text: small texts, many reports, and one text that grows.
import { loadAutocorrect, loadTextlint, loadZhlint } from './peers.mjs';
import { bytes, nearest, repeated } from './texts.mjs';

/** Bytes of one text, for the curve. */
const SIZES = [1e4, 1e5, 1e6, 1e7];
const KB = 1000;

/**
 * Adds the rows on checks: everything we do but the slow rules (parse, officials, phrases, all others) against what the
 * peers do with all rules they have for plain Chinese text.
 */
export async function measureChecks({ service, reports, large, quick, row, ms, rate, times, paired }) {
  const slow = service.rules.filter(({ cost }) => cost === 'slow').map(({ id }) => id);
  const rules = Object.fromEntries(slow.map((id) => [id, { severity: 'off' }]));
  const settings = { language: 'en', script: 'any', rules, protected: [] };
  const check = (text) => service.check(service.parse(text), settings).findings.length;
  const autocorrect = loadAutocorrect();
  // lintFor tells the kind of a file by its name.
  const lint = (text) => autocorrect.lintFor(text, 'report.txt').lines.length;
  const five = nearest(reports, 5 * KB);
  // The compilers of both engines need a while; what is measured is the tool that has been open for a minute.
  for (let i = 0; i < (quick ? 20 : 100); i++) reports.forEach(check);
  const loop = (work, rounds) => async () => {
    for (let i = 0; i < rounds; i++) await work(five);
  };
  const label = `${(bytes(five) / KB).toFixed(1)} KB`;
  const many = quick ? 50 : 300;
  const small = (await paired(loop(check, many), loop(lint, many), 10)).map((time) => time / many);
  row(`check ${label}`, ms(small[0]), ms(small[1]), `${times(...small)}: autocorrect-node`);
  await against('zhlint', await loadZhlint(), 20);
  await against('textlint', await loadTextlint(), 10);

  const size = large.reduce((sum, text) => sum + bytes(text), 0);
  const each = (work) => () => large.forEach(work);
  const apart = await paired(each(check), each(lint), quick ? 3 : 5);
  row(
    `check ${(size / 1e6).toFixed(0)} MB in ${large.length} reports`,
    rate(size, apart[0]),
    rate(size, apart[1]),
    `${times(...apart)}: autocorrect-node`,
  );
  for (const one of SIZES) if (!quick || one <= 1e6) await oneText(one);

  async function against(name, work, rounds) {
    const both = await paired(loop(check, rounds), loop(work, rounds), 5);
    const [ours, theirs] = both.map((time) => time / rounds);
    row('', ms(ours), ms(theirs), `${times(ours, theirs)}: ${name}`);
  }

  async function oneText(length) {
    const text = repeated(reports, length).join('\n');
    // A text that a peer answers with an error instead of findings is no comparison.
    const { error } = autocorrect.lintFor(text, 'report.txt');
    const whole = await paired(
      () => check(text),
      () => lint(text),
      length > 1e6 ? 3 : 5,
    );
    const peer = error ? 'gives up' : rate(bytes(text), whole[1]);
    const note = error ? (error.trim().split('\n').at(-1)?.trim() ?? '') : times(...whole);
    row(
      `check one text of ${(bytes(text) / KB).toFixed(0)} KB`,
      `${ms(whole[0])}, ${rate(bytes(text), whole[0])}`,
      peer,
      note,
    );
  }
}
