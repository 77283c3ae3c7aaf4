export { isLevelPath as match } from '#lib/reader/cards/levels.ts';
