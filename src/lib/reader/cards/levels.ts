import { LEVELS, type Level } from '#lib/edition/vocabulary.ts';

/** The path of each level's page after the language: `/en/schools/`. */
export const LEVEL_PATHS = {
	city: 'city',
	school: 'schools',
	state: 'state',
	federal: 'federal'
} as const satisfies Record<Level, string>;

export type LevelPath = (typeof LEVEL_PATHS)[Level];

export const isLevelPath = (path: string): path is LevelPath =>
	LEVELS.some((level) => LEVEL_PATHS[level] === path);

export const levelAt = (path: LevelPath): Level =>
	LEVELS.find((level) => LEVEL_PATHS[level] === path) ?? 'city';
