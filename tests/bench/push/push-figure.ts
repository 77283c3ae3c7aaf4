/** One figure of `npm run bench:push`. */
export interface PushFigure {
	readonly what: string;
	readonly value: number;
	readonly unit: string;
	/** What was promised, if anything was: the least, or the most. */
	readonly must?: { readonly least: number } | { readonly most: number };
	/** What it was made of, and why it is not better. */
	readonly details?: Readonly<Record<string, number | string>>;
}

export type Verdict = 'pass' | 'fail' | 'no promise';

export function verdictOfPush({ value, must }: PushFigure): Verdict {
	if (must === undefined) return 'no promise';
	return ('least' in must ? value >= must.least : value <= must.most) ? 'pass' : 'fail';
}

/** Figures are read by people: three digits that count are enough. */
export const round = (value: number): number => Number(value.toPrecision(3));
