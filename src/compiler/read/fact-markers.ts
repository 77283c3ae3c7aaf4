/** `{3.15, 10.01}` or `{practice}`: what the sentences before it rest on. */
export interface Marker {
	readonly line: number;
	/** Ids of `evidence/facts.json`; empty for `{practice}`. */
	readonly facts: readonly string[];
	/** `{practice}`: advice that makes no legal claim. */
	readonly isPractice: boolean;
}

export interface MarkedText {
	readonly markers: readonly Marker[];
	/** Text in braces that is no marker, and single braces. */
	readonly strays: readonly { readonly line: number; readonly text: string }[];
	/** Words after the last marker, which no marker covers. */
	readonly tail: string;
}

const BRACES = /\{([^{}]*)\}/g;
const FACTS = /^\d{1,2}\.\d{2}(\s*,\s*\d{1,2}\.\d{2})*$/;

/** Finds the markers of a running text that begins on `firstLine`. */
export function parseMarkers(text: string, firstLine: number): MarkedText {
	const markers: Marker[] = [];
	const strays: { line: number; text: string }[] = [];
	const lineAt = (offset: number) => firstLine + text.slice(0, offset).split('\n').length - 1;
	let end = 0;

	for (const match of text.matchAll(BRACES)) {
		const inside = (match[1] ?? '').trim();
		const line = lineAt(match.index);
		end = match.index + match[0].length;
		if (inside === 'practice') markers.push({ line, facts: [], isPractice: true });
		else if (FACTS.test(inside)) markers.push({ line, facts: split(inside), isPractice: false });
		else strays.push({ line, text: match[0] });
	}
	const stray = /[{}]/.exec(text.replaceAll(BRACES, (braces) => ' '.repeat(braces.length)));
	if (stray) strays.push({ line: lineAt(stray.index), text: stray[0] });
	return { markers, strays, tail: text.slice(end).trim() };
}

const split = (inside: string): string[] => inside.split(',').map((id) => id.trim());

/** Readers never see markers, nor the space before one. */
export const withoutMarkers = (text: string): string => text.replaceAll(/\s*\{[^{}]*\}/g, '');

/** What was meant: `{8:05; 10.01}` → `{8.05, 10.01}`, `{Practise}` → `{practice}`; `undefined` for other words. */
export function asMarker(wrong: string): string | undefined {
	const words = wrong.slice(1, -1).trim();
	if (/^pract[a-z]*$/i.test(words)) return '{practice}';
	const ids = words.split(/[\s,;]+/).filter((it) => it !== '');
	if (ids.length === 0 || !ids.every((id) => /^\d{1,2}[.:]\d{2}$/.test(id))) return undefined;
	return `{${ids.map((id) => id.replace(':', '.')).join(', ')}}`;
}
