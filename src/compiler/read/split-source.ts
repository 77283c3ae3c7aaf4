/** A source file cut at its front matter; a file of YAML alone has nothing but that. */
export interface SplitSource {
	/** Where the YAML begins in the text. */
	readonly start: number;
	readonly yaml: string;
	readonly body: string;
}

const FENCE = /^(---\n)(.*?\n)---[ \t]*(?:\n|$)/s;

/** `undefined`: an article without front matter. */
export function splitArticle(text: string): SplitSource | undefined {
	const [whole, open = '', yaml = ''] = FENCE.exec(text) ?? [];
	return whole === undefined
		? undefined
		: { start: open.length, yaml, body: text.slice(whole.length) };
}

/** The blocks of a body that have one of these anchors, as they are written. */
export const bodyWith = (anchors: ReadonlySet<string>, body: string): string =>
	body
		.split(/^(?=## )/m)
		.filter((block) => anchors.has(/^## .*\{#([a-z-]*)\}\s*$/m.exec(block)?.[1] ?? ''))
		.join('');
