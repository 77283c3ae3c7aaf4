import { countCovered } from '../check-coverage.ts';
import { englishOf } from '../corpus.ts';
import { formatDiagnostic } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { loadCorpus } from '../load-corpus.ts';
import type { SourceFolders } from '../read-sources.ts';
import { isApproved } from '../translation-state.ts';

/** Prints every problem of the content. Gives the exit code. */
export function check(folders: SourceFolders, io: Io): Promise<number> {
	const { value: corpus, diagnostics } = loadCorpus(folders);
	for (const diagnostic of diagnostics) io.printError(formatDiagnostic(diagnostic));

	const articles = englishOf(corpus);
	const waiting = articles.filter(({ fields }) => !isApproved(fields)).length;
	const problems =
		diagnostics.length === 1 ? '1 problem' : `${String(diagnostics.length)} problems`;
	io.print(
		`${problems} in ${String(corpus.bodies.length)} texts of ${String(articles.length)} articles. ` +
			`Waiting for two approvals: ${String(waiting)} of ${String(articles.length)} articles.`
	);
	const { covered, total, languages } = countCovered(corpus);
	if (total > 0) {
		const claims = `${String(covered)} of ${String(total)} claims covered`;
		io.print(`${claims}, in ${languages.join(' and ')}.`);
	}
	return Promise.resolve(diagnostics.length > 0 ? 1 : 0);
}
