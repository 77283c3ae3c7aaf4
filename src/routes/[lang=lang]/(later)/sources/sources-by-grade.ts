import type { Article, SourceRef } from '#lib/edition/article.ts';

type Grade = SourceRef['grade'];
const GRADES: readonly Grade[] = ['official', 'advocacy', 'press', 'low'];

/** Every source of these articles once, in groups from the strongest, each by publisher and title. */
export function sourcesByGrade(
	articles: readonly Article[]
): { grade: Grade; sources: readonly SourceRef[] }[] {
	const bySlug = new Map(articles.flatMap(({ sources }) => sources).map((it) => [it.slug, it]));
	const sorted = [...bySlug.values()].sort(
		(a, b) => a.publisher.localeCompare(b.publisher, 'en') || a.title.localeCompare(b.title, 'en')
	);
	const groups = GRADES.map((grade) => {
		return { grade, sources: sorted.filter((source) => source.grade === grade) };
	});
	return groups.filter(({ sources }) => sources.length > 0);
}
