/** Something we promise, in the unit that people read. `must` is a ceiling; lower is better. */
export interface Figure {
	readonly title: string;
	readonly unit: '' | 'kB' | 'MB' | 'ms' | 's' | '×';
	/** Absent: measured for information, such as a corpus of another size. */
	readonly must?: number | undefined;
	readonly aim?: number | undefined;
	/** The best that the alternatives reached, with the same network and processor. */
	readonly best?: string | undefined;
}

/** A figure as it came out. The value is the median of the samples unless a suite says otherwise. */
export interface Measured extends Figure {
	readonly value: number;
	readonly samples: readonly number[];
	/** What explains the value: traffic by kind, parts of the time. For the JSON file. */
	readonly detail?: unknown;
}

export type Verdict = 'ok' | 'MISSED' | 'info';

export function verdictOf({ value, must }: Measured): Verdict {
	if (must === undefined) return 'info';
	return value <= must ? 'ok' : 'MISSED';
}

/** The middle sample; of an even number the mean of the two in the middle. Throws on none. */
export function median(samples: readonly number[]): number {
	const sorted = [...samples].sort((a, b) => a - b);
	const high = sorted[Math.floor(sorted.length / 2)];
	const low = sorted[Math.ceil(sorted.length / 2) - 1];
	if (high === undefined || low === undefined) throw new Error('The median of no samples');
	return (high + low) / 2;
}

export function measured(figure: Figure, samples: readonly number[], detail?: unknown): Measured {
	const value = median(samples);
	return { ...figure, value, samples, ...(detail === undefined ? {} : { detail }) };
}

export const KB = 1000;
export const MB = 1_000_000;
