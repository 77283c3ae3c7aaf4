import { parse } from 'yaml';
import type { SourceFile, Sources } from '../../../src/compiler/read/source-file.ts';

/** An English article as it is written: what the corpus copies and takes its sentences from. */
export interface RealArticle {
	readonly folder: 'guides' | 'directives';
	readonly slug: string;
	readonly front: Readonly<Record<string, unknown>>;
	readonly body: string;
}

/** A source as it is written. */
export interface RealSource {
	readonly slug: string;
	readonly fields: Readonly<Record<string, unknown>>;
	/** Ids of the facts that rest on it. */
	readonly facts: readonly string[];
}

const ARTICLE = /^(guides|directives)\/([^/]+)\/en\.md$/;

/**
 * The English articles, guides and directives in turn as the real content has them: the first N are
 * a fair sample of all.
 */
export function readRealArticles(sources: Sources): RealArticle[] {
	const articles = sources.flatMap(toArticle);
	const of = (folder: RealArticle['folder']) => articles.filter((it) => it.folder === folder);
	const placed = (['guides', 'directives'] as const).flatMap((folder) =>
		of(folder).map((article, index, all) => ({ article, place: (index + 0.5) / all.length }))
	);
	return placed.sort((a, b) => a.place - b.place).map(({ article }) => article);
}

function toArticle({ path, text }: SourceFile): RealArticle[] {
	const [, folder, slug = ''] = ARTICLE.exec(path) ?? [];
	if (folder !== 'guides' && folder !== 'directives') return [];
	const [, front = '', body = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
	return [{ folder, slug, front: parse(front) as RealArticle['front'], body }];
}

export function readRealSources(sources: Sources): RealSource[] {
	return sources.flatMap(({ path, text }) => {
		const slug = /^sources\/(.+)\.yaml$/.exec(path)?.[1];
		if (slug === undefined) return [];
		const fields = parse(text) as RealSource['fields'];
		return [{ slug, fields, facts: (fields['facts'] ?? []) as string[] }];
	});
}
