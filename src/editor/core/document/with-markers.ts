const MARKERS = /\{[^{}]*\}/g;

/** The markers of a text, in their order, as they are written. */
export const markersIn = (source: string): string[] => source.match(MARKERS) ?? [];

/** A text with these markers: in the places of its own, and what is left over at its end. */
export function withMarkers(source: string, markers: readonly string[]): string {
	const left = [...markers];
	const all = source.replaceAll(/[ \t]*\{[^{}]*\}/g, () => {
		const next = left.shift();
		return next === undefined ? '' : ` ${next}`;
	});
	return [all.trimEnd(), ...left].join(' ').trim();
}
