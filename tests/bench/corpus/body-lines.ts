/** A line of an article's body: its block, what begins it ("1. ", "- ", a heading) and the rest. */
export interface BodyLine {
	readonly anchor: string;
	readonly prefix: string;
	readonly text: string;
}

export function bodyLines(body: string): BodyLine[] {
	let anchor = '';
	return body.split('\n').map((line) => {
		anchor = /^##.*\{#([a-z-]+)\}/.exec(line)?.[1] ?? anchor;
		const [, prefix = '', text = ''] = /^(##.*|\d+\. |- |)(.*)$/.exec(line) ?? [];
		return { anchor, prefix, text };
	});
}

const MARKER = /(\s*\{[^{}]*\})/;
const BETWEEN_SENTENCES = /(?<=[.!?]["”]?)\s+(?=["“]?[A-Z])/;

export const sentencesOf = (text: string): string[] => text.trim().split(BETWEEN_SENTENCES);

/** Text and fact markers in turn: markers are the pieces with braces. */
export const splitAtMarkers = (text: string): string[] => text.split(MARKER);

export const isMarker = (piece: string): boolean => MARKER.test(piece);

export const withoutMarkers = (text: string): string => text.replaceAll(/\s*\{[^{}]*\}/g, '');
