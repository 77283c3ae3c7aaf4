import type { ChipWords } from './chip-text.ts';
import type { Say } from '../words/say.ts';

/** What the chips of fact markers say. */
export const chipWords = (say: Say): ChipWords => ({
	shown: (marker) => (marker === '{practice}' ? say('practice') : marker.slice(1, -1)),
	called: (marker) => say('fact', { id: marker.slice(1, -1) })
});
