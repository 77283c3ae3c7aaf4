import type { Article } from '#lib/edition/article.ts';

/** An article, as an address of this app names it. */
export interface Pointer {
	readonly kind: Article['kind'];
	readonly slug: string;
}

const POINTER = /^#?(guide|directive)\/([a-z0-9-]{1,40})$/;

/** What `#guide/school-bus` names. `undefined` for anything else: the address may be anyone's. */
export function parsePointer(text: string): Pointer | undefined {
	const [, kind, slug] = POINTER.exec(text) ?? [];
	if (!kind || !slug) return undefined;
	return { kind: kind === 'guide' ? 'guide' : 'directive', slug };
}
