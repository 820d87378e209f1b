// Counts of tests, out of what the runners wrote down.
import { relative, sep } from 'node:path';

const none = () => ({ passed: 0, failed: 0, skipped: 0 });
const STATUS = { passed: 'passed', failed: 'failed' };

/** A test file's vitest project, from where it stands (see test/vitest.config.mts). */
const projectOf = (file) => /^test\/(contract|protocol)\//.exec(file)?.[1] ?? 'unit';

/**
 * @param report vitest's JSON report @param {string} root the repository's folder
 * @returns {Record<string, { passed: number, failed: number, skipped: number }>} by project; one without a test is absent
 */
export function readVitest(report, root) {
  const counts = {};
  for (const { name, status, message, assertionResults } of report.testResults) {
    const project = projectOf(relative(root, name).split(sep).join('/'));
    const count = (counts[project] ??= none());
    for (const test of assertionResults) count[STATUS[test.status] ?? 'skipped'] += 1;
    // A file that could not be loaded holds no tests: without this it would vanish from the sum.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      count.failed += 1;
      if (message) console.error(message);
    }
  }
  return counts;
}

/** @param {{ status: 'passed' | 'failed' | 'skipped' }[]} results of test/e2e/run.mjs */
export function readE2e(results) {
  const count = none();
  for (const { status } of results) count[status] += 1;
  return count;
}
