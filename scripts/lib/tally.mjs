/** Counting results of the two test runners into one line. */
export function emptyTally() {
  return { passed: 0, failures: [], skips: [] };
}

/** Adds vitest's JSON report. A file that could not even be loaded counts as one failure. */
export function fromVitest(report, tally) {
  for (const file of report.testResults) {
    if (file.assertionResults.length === 0 && file.status === 'failed')
      tally.failures.push(`${file.name}: did not load`);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') tally.passed += 1;
      else if (test.status === 'failed') tally.failures.push(test.fullName);
      else tally.skips.push(test.fullName);
    }
  }
}

/** Adds Playwright's JSON report. A test that only passed when tried again is passed, and Playwright says so above. */
export function fromPlaywright(report, tally) {
  for (const error of report.errors ?? []) tally.failures.push(error.message ?? 'Playwright failed');
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      const name = [...path, spec.title].join(' › ');
      for (const test of spec.tests) {
        if (test.status === 'skipped') tally.skips.push(name);
        else if (test.status === 'unexpected') tally.failures.push(name);
        else tally.passed += 1;
      }
    }
    for (const child of suite.suites ?? []) visit(child, [...path, child.title]);
  };
  for (const suite of report.suites ?? []) visit(suite, [suite.title]);
}

/**
 * The end of `npm test`'s output.
 * @param {string[]} absentJudges external programs that judge exports and are not on this machine
 */
export function summary(tally, absentJudges) {
  const lines = [];
  if (tally.failures.length > 0) lines.push('Failed:', ...tally.failures.map((name) => `  ${name}`), '');
  if (tally.skips.length > 0) lines.push('Skipped:', ...tally.skips.map((name) => `  ${name}`), '');
  if (absentJudges.length > 0)
    lines.push(`External judges that are not on this machine: ${absentJudges.join(', ')}`, '');
  const skipped = tally.skips.length > 0 ? `, ${tally.skips.length} skipped` : '';
  lines.push(`${tally.passed} passed, ${tally.failures.length} failed${skipped}`);
  return lines.join('\n');
}
