import { dayAt } from '../read/corpus.ts';
import { reportEvidence } from '../report/evidence-report.ts';
import type { Io } from '../base/io.ts';
import { parseCorpus } from '../read/parse-corpus.ts';
import { SCALES } from '../text/reading.ts';
import { readTasks, openTasks, showTasks } from '../report/editor-tasks.ts';
import { reportReading, type LanguageReading, type TextReading } from '../report/reading-report.ts';
import { readSources, type SourceFolders } from '../read/read-sources.ts';
import { showBehind, translationsBehind } from '../report/translations-behind.ts';
import { ageDays, showEvidence } from '../report/show-evidence.ts';

export interface ReportOptions extends SourceFolders {
	/** For machines, in place of the tables. */
	readonly json: boolean;
	/** The folder of tasks that `npm run watch:sources` writes. */
	readonly tasks?: string | undefined;
}

/**
 * Prints how hard each text is to read, what the texts rest on, and which lines translators have before them. It finds no fault: `check` does,
 * with the same figures.
 */
export function report(
	{ json, tasks: folder, ...folders }: ReportOptions,
	io: Io
): Promise<number> {
	// unchecked: a text that is still being written can be measured, too
	const { value: corpus } = parseCorpus(readSources(folders).value);
	const languages = reportReading(corpus);
	const evidence = reportEvidence(corpus);
	const behind = translationsBehind(corpus);
	const today = dayAt(corpus, io.now());
	const tasks = folder === undefined ? undefined : readTasks(folder);
	if (json) {
		const articles = evidence.articles.map((article) => {
			return { ...article, ageDays: ageDays(article.newest, today) };
		});
		io.print(
			JSON.stringify(
				{
					languages,
					evidence: { ...evidence, articles },
					behind,
					...(tasks ? { tasks: openTasks(tasks) } : {})
				},
				null,
				'\t'
			)
		);
	} else {
		for (const language of languages) io.print(table(language));
		io.print(showEvidence(evidence, today));
		io.print(showBehind(behind));
		if (tasks) io.print(showTasks(tasks));
	}
	return Promise.resolve(0);
}

function table({ lang, scale, texts, hardest }: LanguageReading): string {
	const limits = Object.entries(SCALES[lang]?.limits ?? {});
	const most = SCALES[lang]?.hardest === 'lowest' ? 'at least' : 'at most';
	const limit = limits.map(([part, value]) => `${part} ${most} ${String(value)}`).join(', ');
	const measured = scale === null ? 'no formula is made for it' : `${scale}: ${limit}`;
	return [
		`${lang}: ${String(texts.length)} texts, the hardest first (${measured})`,
		row('steps', 'background', 'words', 'longest', 'text'),
		...texts.map(textRow),
		'',
		`${lang}: the ${String(hardest.length)} hardest sentences`,
		...hardest.map(({ file, line, score, text }) => {
			return `${figure(score).padStart(7)}  ${file}:${String(line)}: ${text}`;
		}),
		''
	].join('\n');
}

const textRow = ({ file, words, steps, background, longest }: TextReading): string => {
	const place = longest ? `${file}:${String(longest.line)}` : file;
	const length = longest ? String(longest.length) : '–';
	return row(figure(steps), figure(background), String(words), length, place);
};

const row = (steps: string, background: string, words: string, longest: string, text: string) =>
	[steps.padStart(7), background.padStart(10), words.padStart(5), longest.padStart(7), text].join(
		'  '
	);

const figure = (score: number | null): string => score?.toFixed(1) ?? '–';
