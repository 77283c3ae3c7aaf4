import type { Article } from '#lib/edition/article.ts';

/** The article that the fragment of an address names. */
export interface Pointer {
	readonly kind: Article['kind'];
	readonly slug: string;
}

const POINTER = /^#?(guide|directive)\/([a-z0-9-]{1,40})$/;

/** Parses a fragment such as `#guide/school-bus`. `undefined` for anything else: anyone can write a link. */
export function parsePointer(text: string): Pointer | undefined {
	const [, kind, slug] = POINTER.exec(text) ?? [];
	if (!kind || !slug) return undefined;
	return { kind: kind === 'guide' ? 'guide' : 'directive', slug };
}
