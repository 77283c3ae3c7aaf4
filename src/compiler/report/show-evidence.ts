import { dayMs } from '#lib/edition/dates.ts';
import { DAY_MS } from '#lib/edition/durations.ts';
import { counted } from '../base/counted.ts';
import type { ArticleEvidence, EvidenceReport, Place } from './evidence-report.ts';

/** Days since the first day that a date can mean: of a month or a year, so many at most. */
export const ageDays = (date: string | null, today: string): number | null =>
	date === null ? null : Math.round((dayMs(today) - dayMs(date)) / DAY_MS);

/** The report in words, one paragraph for each question. `today` is a day where the site is. */
export function showEvidence(report: EvidenceReport, today: string): string {
	const { unusedFacts, weakFacts, articles, practice, copies } = report;
	return [
		...part(`${counted(unusedFacts.length, 'fact')} that no text uses`, unusedFacts, (fact) => {
			return `${fact.id} (${fact.confidence}): ${fact.statement}`;
		}),
		...part(
			`${counted(weakFacts.length, 'fact')} of low or unverified confidence, and where they stand`,
			weakFacts,
			({ id, confidence, places }) =>
				`${id} (${confidence}): ${places.map(placeOf).join(', ') || 'nowhere'}`
		),
		...part(
			`the newest evidence of ${counted(articles.length, 'article')}, the oldest first`,
			articles,
			(article) => ageLine(article, today)
		),
		...part(`${counted(practice.length, 'line')} with {practice}`, practice, (it) => {
			return `${placeOf(it)}: ${it.text}`;
		}),
		...part(
			`${counted(copies.length, 'source')} read in a third-party copy, though the original has an address`,
			copies,
			({ slug, originalUrl, articles }) =>
				`${slug}: ${originalUrl} (${articles.join(', ') || 'in no article'})`
		)
	].join('\n');
}

const part = <Item>(
	heading: string,
	items: readonly Item[],
	line: (item: Item) => string
): string[] => [heading, ...items.map((item) => `  ${line(item)}`), ''];

function ageLine({ file, newest }: ArticleEvidence, today: string): string {
	const days = ageDays(newest, today);
	if (newest === null || days === null) return `${'no dated source'.padStart(26)}  ${file}`;
	const most = newest.length < 10 ? 'at most ' : '';
	return `${newest.padEnd(10)}  ${`${most}${String(days)} days`.padStart(14)}  ${file}`;
}

const placeOf = ({ file, line }: Place): string => `${file}:${String(line)}`;
