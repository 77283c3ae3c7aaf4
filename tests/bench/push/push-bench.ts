import type { PushFigure } from './push-figure.ts';
import type { Workplace } from './workplace.ts';

/** One part of `npm run bench:push`. `quick` is for trying it out: its figures mean little. */
export type PushBench = (context: {
	readonly place: Workplace;
	readonly quick: boolean;
	readonly say: (line: string) => void;
}) => Promise<PushFigure[]>;
